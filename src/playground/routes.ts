import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { Act, type Outcome } from './act.ts';
import { readBytes, readFields, readText } from './body.ts';
import { pageFile, uploadedAs } from './files.ts';
import type { Gateway } from './gateway.ts';
import type { PageWords } from './page-words.ts';
import type { Replies } from './replies.ts';
import type { Scene } from './scene.ts';
import type { Time } from './time.ts';
import type { Uploads } from './uploads.ts';

type Response = ServerResponse;

export type Routes = {
  readonly scene: Scene;
  readonly gateway: Gateway;
  readonly replies: Replies;
  readonly act: (act: Act) => Promise<Outcome>;
  readonly words: PageWords;
  readonly uploads: Uploads;
  readonly file: (id: string) => Promise<Uint8Array | null>;
  readonly now: () => Date;
  readonly time: Time;
  /** Changes with every start, so that the page knows when it speaks to a new one. */
  readonly start: string;
  readonly mayStartOver: boolean;
  readonly warn: (line: string) => void;
};

export async function route(routes: Routes, request: IncomingMessage, response: Response): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, first = '', second = '', third = ''] = pathname.split('/');
  if (first === 'api') return await onApi(routes, request, response, second);
  if (request.method === 'POST' && first === 'response') return await onResponse(routes, request, response, second);
  if (request.method === 'POST' && first === 'act') return await onAct(routes, request, response);
  if (request.method === 'POST' && first === 'upload') return await onUpload(routes, request, response, second);
  if (first === 'file') return await onUploaded(routes, response, { id: second, name: third });
  if (first === 'news') return onNews(routes, response);
  if (first === 'words') return json(response, 200, routes.words);
  await onFile(response, pathname);
}

async function onApi(routes: Routes, request: IncomingMessage, response: Response, method: string): Promise<void> {
  const fields = await readFields(request);
  const token = (request.headers.authorization ?? fields['token'] ?? '').replace(/^Bearer /, '');
  json(response, 200, await routes.gateway(method, token, fields));
}

async function onResponse(routes: Routes, request: IncomingMessage, response: Response, id: string): Promise<void> {
  const taken = await routes.replies.take(id, JSON.parse(await readText(request)), routes.now());
  response.writeHead(taken ? 200 : 404, { 'content-type': 'text/plain' }).end(taken ? 'ok' : 'expired_url');
}

async function onUpload(routes: Routes, request: IncomingMessage, response: Response, id: string): Promise<void> {
  const taken = await routes.uploads.take(id, await readBytes(request));
  response.writeHead(taken ? 200 : 404, { 'content-type': 'text/plain' }).end(taken ? 'OK' : 'not found');
}

async function onUploaded(
  routes: Routes,
  response: Response,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const bytes = await routes.file(id);
  if (!bytes) return json(response, 404, { problem: 'no such file' });
  response.writeHead(200, { ...uploadedAs(name), 'x-content-type-options': 'nosniff' }).end(bytes);
}

async function onAct(routes: Routes, request: IncomingMessage, response: Response): Promise<void> {
  // A page of another site can send a form, but not this, without being asked first.
  if (request.headers['content-type'] !== 'application/json') return json(response, 415, {});
  const act = Act.safeParse(JSON.parse(await readText(request)));
  if (!act.success) return json(response, 400, { problem: act.error.issues[0]?.message });
  json(response, 200, await routes.act(act.data));
}

function onNews({ scene, time, start, mayStartOver }: Routes, response: Response): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (news: unknown): void => void response.write(`data: ${JSON.stringify(news)}\n\n`);
  response.write('retry: 1000\n\n');
  tell({ kind: 'all', start, mayStartOver, locale: scene.locale(), desks: scene.desks(), time: time.shown() });
  const stop = scene.listen(tell);
  response.on('close', stop);
}

async function onFile(response: Response, path: string): Promise<void> {
  const file = await pageFile(path);
  if (!file) return json(response, 404, { problem: 'no such page' });
  const headers = { 'content-type': file.type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(200, file.type.startsWith('text/html') ? { ...headers, ...policyOf(file.body) } : headers);
  response.end(file.body);
}

/** The page may load from here and nowhere else. The import map stands in the page itself, so it goes by its hash. */
function policyOf(html: string): Record<string, string> {
  const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(map).digest('base64');
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { 'content-security-policy': rules.join('; '), 'referrer-policy': 'no-referrer' };
}

function json(response: Response, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
