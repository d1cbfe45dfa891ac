import { once } from 'node:events';
import { createServer } from 'node:http';

import { WebSocketServer, type WebSocket } from 'ws';

const USER = { id: 'U0OPERATOR', name: 'operator', real_name: 'Operator', tz: 'Asia/Shanghai', locale: 'en-US' };

/** A Slack on loopback with Socket Mode: its Web API, and a socket for whoever asks for one. */
export async function startSocketSlack() {
  const calls: { readonly method: string; readonly fields: Record<string, string> }[] = [];
  const acks: string[] = [];
  const links: WebSocket[] = [];
  let said = 0;
  const answers = (method: string, port: number): object => {
    if (method === 'apps.connections.open') return { url: `ws://127.0.0.1:${port}/link` };
    if (method === 'chat.postMessage') return { ts: `1795420900.${String(++said).padStart(6, '0')}` };
    if (method === 'conversations.open') return { channel: { id: 'D0OPERATOR' } };
    return method === 'users.info' ? { user: USER } : {};
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const method = request.url?.replace('/api/', '') ?? '';
      calls.push({ method, fields: Object.fromEntries(new URLSearchParams(body)) });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ...answers(method, portOf()) }));
    });
  });
  const portOf = (): number => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (link) => {
    links.push(link);
    link.on('message', (data: Buffer) => {
      const { envelope_id: id }: { envelope_id?: string } = JSON.parse(data.toString());
      if (id) acks.push(id);
    });
    link.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0BEARINGS' } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${portOf()}/api/`,
    acks,
    links,
    of: (method: string) => calls.filter((call) => call.method === method).map(({ fields }) => fields),
    send: (envelope: object) => links.at(-1)?.send(JSON.stringify(envelope)),
    async stop(): Promise<void> {
      for (const link of links) link.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
