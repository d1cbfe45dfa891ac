import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request may be served. A page of another site could otherwise act here with the visitor's own browser:
 * by a form sent to this address (its Origin tells), or by a name that it makes point to this computer (the Host tells).
 */
export function isOurs(request: IncomingMessage, host: string): boolean {
  const named = hostOf(`http://${request.headers.host ?? ''}`);
  if (named === null || ![...LOOPBACK, host].includes(named.hostname)) return false;
  const { origin } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site';
  return origin === `http://${named.host}`;
}

function hostOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
