import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

const PAGE = new URL('page/', import.meta.url);
const LIT = new URL('./', import.meta.resolve('lit-html'));
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

export type File = { readonly type: string; readonly body: string };

/** A file of the page. Its TypeScript goes to the browser with the types taken out, the library as it is installed. */
export async function pageFile(path: string): Promise<File | null> {
  const found = /^\/(?:(lit)\/)?((?:[a-z][\w-]*\/)*[a-z][\w-]*\.(html|css|js|ts|svg))$/.exec(
    path === '/' ? '/index.html' : path,
  );
  const [, library, name = '', extension = ''] = found ?? [];
  if (!found) return null;
  const url = new URL(name, library === undefined ? PAGE : LIT);
  try {
    const body = await readFile(url, 'utf8');
    return { type: TYPES[extension] ?? 'text/plain', body: extension === 'ts' ? stripped(body) : body };
  } catch {
    return null;
  }
}

const UPLOADED: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** How the browser is to take an uploaded file by this name, as it stands in an address: a picture is shown, all else is kept. */
export function uploadedAs(name: string): Readonly<Record<string, string>> {
  const type = UPLOADED[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  return type === undefined
    ? { 'content-type': 'image/png' }
    : {
        'content-type': type,
        'content-disposition': `attachment; filename*=UTF-8''${name.replaceAll(/[^\w.%-]/g, '')}`,
      };
}

/** Node takes the types out of our own files silently, but warns of the same on request: that is no news to who started it. */
function stripped(source: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
