import { createServer } from 'node:http';

export type Heard = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** A bot that writes down what it is told, and answers each request with what `answer` gives. */
export async function startListener(answer: (body: string) => string = () => ''): Promise<{
  readonly url: string;
  readonly heard: Heard[];
  /** The JSON of events and the `payload` of interactions, in order. */
  readonly told: () => readonly Record<string, unknown>[];
  readonly stop: () => Promise<void>;
}> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      heard.push({ headers: request.headers, body });
      response.end(answer(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    heard,
    told: () => heard.map(({ body }) => readTold(body)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readTold(body: string): Record<string, unknown> {
  if (body.startsWith('{')) return JSON.parse(body);
  const fields = new URLSearchParams(body);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : JSON.parse(payload);
}
