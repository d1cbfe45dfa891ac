import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, expect, it } from 'vitest';

import { newMember } from '../../src/coaching/new-member.ts';
import type { Filed, Post } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import { literal } from '../../src/flow/text.ts';
import { clientOptions } from '../../src/slack/client.ts';
import { createSlackMessenger } from '../../src/slack/messenger.ts';
import { createTranslate } from '../../src/translate.ts';
import { mockSlack } from './slack-api.ts';

const { catalogs } = await readContent(new URL('../../', import.meta.url));
const quiet = () => {};
const log = { info: quiet, warn: quiet, error: quiet };
const profile = { name: 'Operator', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
const member = { ...newMember('T1:U1', profile), inbox: 'D1' };
const file: Filed = { name: '少坏一次-position.md', title: literal('Everything'), of: 'everything', account: 'T1:a' };
const post: Post = {
  id: 'c1',
  parts: [
    { kind: 'text', text: literal('Here it is.') },
    { kind: 'file', file },
  ],
  leaseUntil: '2026-11-23T08:31:00Z',
  then: [],
  bulk: false,
};
const LINK = 'https://example.slack.com/files/U0/F1/a&b.md';
const uploads = {
  'files.getUploadURLExternal': () =>
    [200, { ok: true, upload_url: 'https://files.slack.com/upload/v1/a', file_id: 'F1' }] as const,
  'files.completeUploadExternal': () => [200, { ok: true, files: [{ id: 'F1', permalink: LINK }] }] as const,
};

let slack: ReturnType<typeof mockSlack> | undefined;
afterEach(() => slack?.close());

function meet(answers: Parameters<typeof mockSlack>[0], writeFile: () => Promise<Uint8Array | null>) {
  slack = mockSlack(answers);
  const client = new WebClient('xoxb-scrubbed', clientOptions({}, log));
  const messenger = createSlackMessenger({
    clientFor: async () => client,
    translate: createTranslate(catalogs),
    now: () => new Date('2026-11-23T08:30:00Z'),
    writeFile,
  });
  return { messenger, ...slack };
}

const words = new TextEncoder().encode('# 定位');

it('hands a file over first, in no conversation, and shares it by the one message that links to it', async () => {
  const { messenger, of } = meet(uploads, async () => words);
  const sent: number[] = [];
  nock('https://files.slack.com')
    .post('/upload/v1/a', () => sent.push(1) > 0)
    .reply(200, 'OK');
  await messenger.deliver(member, post, false);
  expect(sent).toHaveLength(1);
  expect(of('files.getUploadURLExternal')).toMatchObject([{ filename: file.name, length: String(words.byteLength) }]);
  expect(of('files.getUploadURLExternal')[0]).not.toHaveProperty('alt_text');
  expect(of('files.completeUploadExternal')[0]).not.toHaveProperty('channel_id');
  const [said] = of('chat.postMessage');
  expect(said).toMatchObject({ unfurl_links: 'true', unfurl_media: 'true', text: expect.stringContaining(file.name) });
  expect(said?.['blocks']).toContain('<https://example.slack.com/files/U0/F1/a&amp;b.md|少坏一次-position.md>');
  expect(JSON.parse(said?.['metadata'] ?? '')).toMatchObject({ event_payload: { post: 'c1' } });
});

it('does not hand it over again when the message is there already', async () => {
  const metadata = { event_type: 'bearings_post', event_payload: { post: 'c1' } };
  const { messenger, of } = meet(
    { ...uploads, 'conversations.history': () => [200, { ok: true, messages: [{ ts: '8.1', metadata }] }] as const },
    async () => words,
  );
  expect((await messenger.deliver(member, post, true)).ts).toBe('8.1');
  expect(of('files.getUploadURLExternal')).toEqual([]);
  expect(of('chat.postMessage')).toEqual([]);
});

it.each([
  ['cannot be written', uploads, () => Promise.reject(new Error('away'))],
  ['is nothing that the member may have', uploads, async () => null],
  [
    'Slack does not take',
    { 'files.getUploadURLExternal': () => [200, { ok: false, error: 'missing_scope' }] as const },
    async () => words,
  ],
])('says so where a file %s, and the message comes all the same', async (_, answers, writeFile) => {
  const { messenger, of } = meet(answers, writeFile);
  await messenger.deliver(member, post, false);
  const [said] = of('chat.postMessage');
  expect(said?.['blocks']).toContain('could not be handed over');
  expect(said).toMatchObject({ unfurl_links: 'false' });
});
