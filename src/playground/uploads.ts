import { randomUUID } from 'node:crypto';

import type { Reply } from './emulator.ts';
import type { Journal } from './journal.ts';

/**
 * Slack's three steps to a file, as far as the bot goes them: an address to send it to, the bytes, and that it is
 * whole. The emulator forgets files at its stop; these last.
 */
export type Uploads = {
  /** The reply to a method of these, or undefined when it is none. */
  call(method: string, fields: Readonly<Record<string, string>>): Promise<Reply | undefined>;
  /** False: nobody asked for this address, or it was used. */
  take(id: string, bytes: Uint8Array): Promise<boolean>;
};

const LARGEST = 10 * 1024 * 1024;

export function createUploads(journal: Pick<Journal, 'putFile'>, base: string): Uploads {
  const open = new Map<string, { readonly name: string; readonly length: number }>();
  const taken = new Map<string, string>();

  const begin = (fields: Readonly<Record<string, string>>): Reply => {
    const length = Number(fields['length']);
    const name = fields['filename'] ?? '';
    if (name === '' || !(length > 0 && length <= LARGEST)) return { ok: false, error: 'invalid_arguments' };
    const id = `F${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;
    open.set(id, { name, length });
    return { ok: true, upload_url: `${base}/upload/${id}`, file_id: id };
  };

  const complete = (fields: Readonly<Record<string, string>>): Reply => {
    const files: unknown = JSON.parse(fields['files'] ?? '[]');
    const ids = (Array.isArray(files) ? files : []).map((file: { readonly id?: unknown }) => String(file.id));
    if (ids.length === 0 || !ids.every((id) => taken.has(id))) return { ok: false, error: 'file_not_found' };
    return { ok: true, files: ids.map((id) => ({ id, permalink: linkTo(base, id, taken.get(id) ?? '') })) };
  };

  return {
    async call(method, fields) {
      if (method === 'files.getUploadURLExternal') return begin(fields);
      if (method === 'files.completeUploadExternal') return complete(fields);
      return undefined;
    },
    async take(id, bytes) {
      const known = open.get(id);
      if (!known || known.length !== bytes.length) return false;
      open.delete(id);
      taken.set(id, known.name);
      await journal.putFile(id, bytes);
      return true;
    },
  };
}

/** The name comes along: it tells what kind of file it is, also after a stop. */
const linkTo = (base: string, id: string, name: string): string => `${base}/file/${id}/${encodeURIComponent(name)}`;
