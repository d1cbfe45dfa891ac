import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, describe, expect, it } from 'vitest';

import { newMember } from '../../src/coaching/new-member.ts';
import { PostRefusedError } from '../../src/coaching/ports.ts';
import type { Post } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import { literal } from '../../src/flow/text.ts';
import { clientOptions } from '../../src/slack/client.ts';
import { createSlackDirectory } from '../../src/slack/directory.ts';
import { createSlackMessenger } from '../../src/slack/messenger.ts';
import { createTranslate } from '../../src/translate.ts';
import { mockSlack } from './slack-api.ts';

const { catalogs } = await readContent(new URL('../../', import.meta.url));
const quiet = () => {};
const log = { info: quiet, warn: quiet, error: quiet };
const profile = { name: 'Operator', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
const member = { ...newMember('T1:U1', profile), inbox: 'D1' };
const NOW = new Date('2026-11-23T08:30:00Z');
const post: Post = {
  id: 'c1',
  parts: [{ kind: 'text', text: literal('hello') }],
  leaseUntil: '2026-11-23T08:30:20Z',
  then: [],
  bulk: false,
};
const taken = [{ address: 'plan', label: literal('Plan'), value: literal('x'), skipped: false }];
const failed = (error: string) => () => [200, { ok: false, error }] as const;

let slack: ReturnType<typeof mockSlack> | undefined;
afterEach(() => slack?.close());

function meet(answers: Parameters<typeof mockSlack>[0] = {}) {
  slack = mockSlack(answers);
  const client = new WebClient('xoxb-scrubbed', clientOptions({}, log));
  const clientFor = async (): Promise<WebClient> => client;
  const messenger = createSlackMessenger({ clientFor, translate: createTranslate(catalogs), now: () => NOW });
  return { messenger, directory: createSlackDirectory(clientFor, ['en', 'zh-CN']), ...slack };
}

describe('the messenger', () => {
  it('opens the direct message of a person it never wrote to', async () => {
    const { messenger, of } = meet();
    const receipt = await messenger.deliver({ ...member, inbox: null }, post, false);
    expect(receipt).toEqual({ member: 'T1:U1', post: 'c1', inbox: 'D0OPERATOR', ts: '1795420900.000001', asks: false });
    expect(of('conversations.open')).toMatchObject([{ users: 'U1' }]);
  });

  it('opens it anew when the one we knew is gone', async () => {
    const { messenger } = meet({
      'chat.postMessage': ({ fields }) =>
        fields['channel'] === 'D1'
          ? [200, { ok: false, error: 'channel_not_found' }]
          : [200, { ok: true, ts: '2.000001' }],
    });
    expect(await messenger.deliver(member, post, false)).toMatchObject({ inbox: 'D0OPERATOR', ts: '2.000001' });
  });

  it('finds what was said before, and does not say it again', async () => {
    const metadata = { event_type: 'bearings_post', event_payload: { post: 'c1' } };
    const { messenger, of } = meet({
      'conversations.history': (_, nth) =>
        nth === 1
          ? [200, { ok: true, messages: [{ ts: '9.1' }], response_metadata: { next_cursor: 'more' } }]
          : [200, { ok: true, messages: [{ ts: '8.1', metadata }] }],
    });
    expect((await messenger.deliver(member, post, true)).ts).toBe('8.1');
    expect(of('chat.postMessage')).toEqual([]);
  });

  it('says it when it is not to be found', async () => {
    const { messenger, of } = meet({ 'conversations.history': () => [200, { ok: true, messages: [{ ts: '9.1' }] }] });
    await messenger.deliver(member, post, true);
    expect(of('chat.postMessage')).toHaveLength(1);
  });

  it('tells a message that Slack will never take from a Slack that is out of order', async () => {
    const unfit = meet({ 'chat.postMessage': failed('invalid_blocks') });
    await expect(unfit.messenger.deliver(member, post, false)).rejects.toThrow(PostRefusedError);
    unfit.close();
    const ill = meet({ 'chat.postMessage': failed('internal_error') });
    await expect(ill.messenger.deliver(member, post, false)).rejects.not.toThrow(PostRefusedError);
  });

  it.each([false, true])('says nothing once its lease is all but over: another may (again: %s)', async (again) => {
    const { messenger, of } = meet();
    const late = messenger.deliver(member, { ...post, leaseUntil: '2026-11-23T08:30:08Z' }, again);
    await expect(late).rejects.toMatchObject({ code: 'LEASE_OVER' });
    expect(of('chat.postMessage')).toEqual([]);
  });

  it('waits as long as Slack asks, and does not repeat a call whose answer was lost', async () => {
    const busy = meet({
      'chat.postMessage': (_, nth) =>
        nth === 1 ? [429, { ok: false }, { 'retry-after': '1' }] : [200, { ok: true, ts: '3.000001' }],
    });
    expect((await busy.messenger.deliver(member, post, false)).ts).toBe('3.000001');
    busy.close();
    const lost = meet({ 'chat.postMessage': () => [500, { ok: false }] });
    await expect(lost.messenger.deliver(member, post, false)).rejects.toMatchObject({ statusCode: 500 });
    expect(lost.of('chat.postMessage')).toHaveLength(1);
  });

  it('leaves a longer wait to the record', async () => {
    const { messenger } = meet({ 'chat.postMessage': () => [429, { ok: false }, { 'retry-after': '60' }] });
    await expect(messenger.deliver(member, post, false)).rejects.toMatchObject({
      name: 'HeldOffError',
      until: new Date(NOW.getTime() + 60_000),
    });
  });

  it('does not mind that a message to be folded is gone, and minds all else', async () => {
    const where = { inbox: 'D1', ts: '1.1' };
    const gone = meet({ 'chat.update': failed('message_not_found') });
    await gone.messenger.collapse(member, where, { taken, beside: [] });
    gone.close();
    const revoked = meet({ 'chat.update': failed('token_revoked') });
    await expect(revoked.messenger.collapse(member, where, { taken, beside: [] })).rejects.toThrow('token_revoked');
  });
});

const user = (fields: object) => ({
  'users.info': () => [200, { ok: true, user: { id: 'U1', ...fields } }] as const,
});

describe('the directory', () => {
  it.each([
    [
      { locale: 'zh-CN', tz: 'Asia/Shanghai', real_name: 'A' },
      { locale: 'zh-CN', zone: 'Asia/Shanghai', name: 'A', kind: 'person' },
    ],
    [
      { locale: 'zh-TW', profile: { display_name: 'B' } },
      { locale: 'zh-CN', zone: 'Etc/UTC', name: 'B' },
    ],
    [
      { locale: 'de-DE', tz: 'Mars/Base' },
      { locale: 'en', zone: 'Etc/UTC', name: 'U1' },
    ],
    [{ is_restricted: true }, { kind: 'guest' }],
    [{ is_bot: true }, { kind: 'bot' }],
    [{ deleted: true, is_bot: true }, { kind: 'gone' }],
  ])('reads %j', async (fields, expected) => {
    expect(await meet(user(fields)).directory.profile('T1:U1')).toMatchObject(expected);
  });

  it('asks Slack once for the same person, until told of a change', async () => {
    const { directory, of } = meet();
    await directory.profile('T1:U1');
    await directory.profile('T1:U1');
    expect(of('users.info')).toHaveLength(1);
    directory.forget('T1:U1');
    await directory.profile('T1:U1');
    expect(of('users.info')).toHaveLength(2);
  });
});

describe('a message that nobody will get', () => {
  it.each([
    ['chat.postMessage', 'user_disabled', 'member'],
    ['chat.postMessage', 'messages_tab_disabled', 'member'],
    ['chat.postMessage', 'token_revoked', 'workspace'],
    ['chat.postMessage', 'invalid_auth', 'workspace'],
  ])('is told by %s with %s: it is over for the %s', async (method, code, scope) => {
    const { messenger } = meet({ [method]: failed(code) });
    await expect(messenger.deliver(member, post, false)).rejects.toMatchObject({
      name: 'UnreachableError',
      code,
      scope,
    });
  });

  it('is one for a person whose conversation is gone and cannot be opened again', async () => {
    const { messenger, of } = meet({
      'chat.postMessage': failed('channel_not_found'),
      'conversations.open': failed('user_not_found'),
    });
    await expect(messenger.deliver(member, post, false)).rejects.toMatchObject({
      code: 'user_not_found',
      scope: 'member',
    });
    expect(of('chat.postMessage')).toHaveLength(1);
  });

  it('is not one that Slack was only too slow for', async () => {
    const { messenger } = meet({ 'chat.postMessage': failed('internal_error') });
    await expect(messenger.deliver(member, post, false)).rejects.not.toMatchObject({ name: 'UnreachableError' });
  });
});

const meetWith = (answers: Parameters<typeof mockSlack>[0], drawChart: () => Promise<Uint8Array>) => {
  const met = meet(answers);
  const client = new WebClient('xoxb-scrubbed', clientOptions({}, log));
  const messenger = createSlackMessenger({
    clientFor: async () => client,
    translate: createTranslate(catalogs),
    now: () => NOW,
    drawChart,
  });
  return { ...met, messenger };
};

const imagesIn = (fields: Readonly<Record<string, string>> | undefined): unknown[] =>
  JSON.parse(fields?.['blocks'] ?? '[]').filter(({ type }: { type: string }) => type === 'image');

describe('a chart', () => {
  const chart = {
    kind: 'number',
    title: literal('Inquiries'),
    alt: literal('Inquiries: 3, then 5'),
    unit: 'count',
    weeks: [{ monday: '2026-11-16', value: 5 }],
    usual: null,
  } as const;
  const digest: Post = {
    ...post,
    parts: [...post.parts, { kind: 'chart', chart: { ...chart, weeks: [...chart.weeks] } }],
  };
  const uploads = {
    'files.getUploadURLExternal': () =>
      [200, { ok: true, upload_url: 'https://files.slack.com/upload/v1/a', file_id: 'F1' }] as const,
  };
  const png = new Uint8Array([137, 80, 78, 71]);

  it('is handed over first and shown by the one message, with what it says for those who cannot see it', async () => {
    const { messenger, of } = meetWith(uploads, async () => png);
    const sent: number[] = [];
    nock('https://files.slack.com')
      .post('/upload/v1/a', (body: string) => sent.push(body.length) > 0)
      .reply(200, 'OK');
    await messenger.deliver(member, digest, false);
    expect(sent).toHaveLength(1);
    expect(of('files.getUploadURLExternal')).toMatchObject([{ length: '4', alt_text: 'Inquiries: 3, then 5' }]);
    expect(of('files.completeUploadExternal')[0]?.['channel_id']).toBeUndefined();
    expect(imagesIn(of('chat.postMessage')[0])).toMatchObject([
      { slack_file: { id: 'F1' }, alt_text: 'Inquiries: 3, then 5' },
    ]);
  });

  it('that cannot be drawn, or not be handed over, is told in words', async () => {
    const { messenger, of } = meetWith(uploads, () => Promise.reject(new Error('no font')));
    await messenger.deliver(member, digest, false);
    expect(imagesIn(of('chat.postMessage')[0])).toEqual([]);
    expect(of('chat.postMessage')[0]?.['blocks']).toContain('Inquiries: 3, then 5');
  });

  it('that Slack still looks at is shown a moment later, and never costs the message', async () => {
    const refused = failed('invalid_blocks')();
    const answers = {
      ...uploads,
      'chat.postMessage': (_call: unknown, nth: number) =>
        nth < 4 ? refused : ([200, { ok: true, ts: '1.2' }] as const),
    };
    const { messenger, of } = meetWith(answers, async () => png);
    nock('https://files.slack.com').post('/upload/v1/a').reply(200, 'OK');
    const { ts } = await messenger.deliver(member, digest, false);
    expect(ts).toBe('1.2');
    expect(of('chat.postMessage').map((fields) => imagesIn(fields).length)).toEqual([1, 1, 1, 0]);
  });
});
