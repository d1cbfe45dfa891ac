import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to Redis that counts the times somebody waits for an answer, and that can be cut and mended. */
export async function openLine(url: string) {
  const target = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  const counted = { roundTrips: 0, isAsking: false };
  const server = createServer((client) => {
    const redis = connect(target, '127.0.0.1');
    client.on('data', () => {
      if (!counted.isAsking) counted.roundTrips += 1;
      counted.isAsking = true;
    });
    redis.on('data', () => (counted.isAsking = false));
    for (const socket of [client, redis]) sockets.add(socket.on('error', () => {}));
    client.pipe(redis).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const cut = async (): Promise<void> => {
    const closed = server.listening ? once(server, 'close') : null;
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: `redis://127.0.0.1:${port}${new URL(url).pathname}`,
    cut,
    mend: () => once(server.listen(port, '127.0.0.1'), 'listening'),
    async roundTripsOf(work: () => Promise<unknown>): Promise<number> {
      const before = counted.roundTrips;
      await work();
      return counted.roundTrips - before;
    },
  };
}
