import { createServer, type Server, type ServerResponse } from 'node:http';

import { toStartError } from '../start-error.ts';
import { isOurs } from './guard.ts';
import { route, type Routes } from './routes.ts';

export type Listening = { readonly url: string; stop(): Promise<void> };

const NOT_OURS = 'This address answers only pages of its own.\n';

/** The one address of the playground: its page, what the page does, and Slack's Web API for the bot. */
export async function listen(
  routes: () => Routes | null,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (!isOurs(request, host)) {
      return void response.writeHead(403, { 'content-type': 'text/plain' }).end(NOT_OURS);
    }
    const ready = routes();
    if (!ready) return void response.writeHead(503, { 'retry-after': '1' }).end();
    route(ready, request, response).catch((error: unknown) => fail(ready, response, error));
  });
  await listening(server, host, port);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { url: `http://${host}:${actual}`, stop: () => close(server) };
}

function fail({ warn }: Routes, response: ServerResponse, error: unknown): void {
  warn(error instanceof Error ? error.message : String(error));
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end();
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toStartError(error, { host, port })));
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
