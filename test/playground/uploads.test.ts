import { describe, expect, it } from 'vitest';

import { violations } from '../../src/playground/block-limits.ts';
import { uploadedAs } from '../../src/playground/files.ts';
import { createUploads } from '../../src/playground/uploads.ts';
import { createMemoryJournal } from '../support/journal.ts';

const PICTURE = new Uint8Array([137, 80, 78, 71]);
const idOf = (url: unknown): string => String(url).split('/').at(-1) ?? '';

describe('a file', () => {
  it('is taken in three steps, once, and lasts', async () => {
    const journal = createMemoryJournal();
    const uploads = createUploads(journal, 'http://playground');
    const begun = await uploads.call('files.getUploadURLExternal', { filename: 'week.png', length: '4' });
    const id = idOf(begun?.['upload_url']);
    expect(begun).toMatchObject({ ok: true, file_id: id });
    const files = JSON.stringify([{ id }]);
    expect(await uploads.call('files.completeUploadExternal', { files })).toMatchObject({ error: 'file_not_found' });
    expect(await uploads.take(id, PICTURE)).toBe(true);
    expect(await uploads.take(id, PICTURE)).toBe(false);
    expect(await uploads.call('files.completeUploadExternal', { files })).toMatchObject({
      ok: true,
      files: [{ id, permalink: `http://playground/file/${id}/week.png` }],
    });
    expect(await journal.file(id)).toEqual(PICTURE);
  });

  it('is not taken with another length than was said, nor where nobody asked for it', async () => {
    const uploads = createUploads(createMemoryJournal(), 'http://playground');
    const begun = await uploads.call('files.getUploadURLExternal', { filename: 'week.png', length: '5' });
    expect(await uploads.take(idOf(begun?.['upload_url']), PICTURE)).toBe(false);
    expect(await uploads.take('F0', PICTURE)).toBe(false);
    expect(await uploads.call('files.getUploadURLExternal', { filename: 'week.png', length: '0' })).toMatchObject({
      ok: false,
    });
    expect(await uploads.call('chat.postMessage', {})).toBeUndefined();
  });

  it.each([
    ['neither picture nor address', { alt_text: 'a chart' }],
    ['both of them', { alt_text: 'a chart', image_url: 'https://example.com/a.png', slack_file: { id: 'F1' } }],
    ['no words for those who cannot see it', { slack_file: { id: 'F1' } }],
  ])('is refused in an image block with %s', (_, fields) => {
    expect(violations([{ type: 'image', ...fields }])).not.toEqual([]);
    expect(violations([{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'a chart' }])).toEqual([]);
  });
});

describe('an uploaded file in the browser', () => {
  it('is a picture where nothing else is said', () => {
    expect(uploadedAs('')).toEqual({ 'content-type': 'image/png' });
    expect(uploadedAs('week.png')).toEqual({ 'content-type': 'image/png' });
    expect(uploadedAs('page.html')).toEqual({ 'content-type': 'image/png' });
  });

  it.each([
    ['canvas.csv', 'text/csv; charset=utf-8'],
    ['canvas.md', 'text/markdown; charset=utf-8'],
  ])('%s is kept under its name', (name, type) => {
    expect(uploadedAs(name)).toEqual({
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });

  it('puts nothing into the header that is not a name', () => {
    expect(uploadedAs(`%E5%B0%91";x=\r\ny.md`)['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%E5%B0%91xy.md",
    );
  });
});
