import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openDoor } from './door.ts';
import { commandFields, fixture } from './fixture.ts';
import { mockSlack } from './slack-api.ts';

const WELCOMED = { welcomedOn: '2026-11-02', greetedOn: '2026-11-02', account: 'T0SCRUBBED:a' };
let slack: ReturnType<typeof mockSlack>;
let close: (() => Promise<void>)[] = [];

beforeEach(() => {
  slack = mockSlack();
});
afterEach(async () => {
  for (const one of close) await one();
  close = [];
  slack.close();
});

async function door(options: Parameters<typeof openDoor>[0] = { known: WELCOMED }) {
  const opened = await openDoor(options);
  close.push(opened.close);
  return opened;
}

const message = (text: string, id = 'Ev1') => fixture('message', { event_id: id, event: { text } });

const said = (): string =>
  slack
    .of('chat.postMessage')
    .map(({ text }) => text)
    .join('\n---\n');

describe('the front door', () => {
  it('answers a signed message, in a direct message with an id to know it by', async () => {
    const { send, idle } = await door();
    expect(await send({ json: await message('hello') })).toEqual({ status: 200, text: '' });
    await idle();
    const [post] = slack.of('chat.postMessage');
    expect(post).toMatchObject({ channel: 'D0OPERATOR', text: expect.stringContaining('Nothing is open') });
    expect(JSON.parse(post?.['metadata'] ?? '')).toEqual({
      event_type: 'bearings_post',
      event_payload: { post: 'Ev1' },
    });
  });

  it('refuses a bad signature and a stale timestamp, and does nothing', async () => {
    const { send, idle, member } = await door();
    const json = await message('checkin');
    expect((await send({ json, secret: 'another' })).status).toBe(401);
    expect((await send({ json, ageSeconds: 6 * 60 })).status).toBe(401);
    await idle();
    expect((await member())?.session).toBeNull();
    expect(slack.calls).toEqual([]);
  });

  it('handles an event once that Slack delivers four times', async () => {
    const { send, idle } = await door();
    const json = await message('checkin');
    for (const retry of ['0', '1', '2', '3']) {
      const headers = retry === '0' ? {} : { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' };
      expect((await send({ json, headers })).status).toBe(200);
    }
    await idle();
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('takes two quick messages both, and their replies do not cross', async () => {
    slack.close();
    slack = mockSlack({ 'chat.postMessage': (_, nth) => [200, { ok: true, ts: `1795420900.00000${nth}` }] });
    const { send, idle, member } = await door();
    await send({ json: await message('checkin', 'Ev1') });
    await Promise.all([send({ json: await message('1', 'Ev2') }), send({ json: await message('skip', 'Ev3') })]);
    await idle();
    const ids = slack.of('chat.postMessage').map(({ metadata }) => JSON.parse(metadata ?? '').event_payload.post);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual((await member())?.seen);
  });

  it('folds the question of a typed answer into one line', async () => {
    const { send, idle } = await door();
    await send({ json: await message('checkin', 'Ev1') });
    await idle();
    await send({ json: await message('1', 'Ev2') });
    await idle();
    expect(slack.of('chat.update')).toMatchObject([{ ts: '1795420900.000001', text: expect.stringContaining('✓') }]);
  });

  it('says kindly that an old button is old', async () => {
    const { send, idle } = await door();
    expect((await send({ payload: await fixture('block-actions') })).status).toBe(200);
    const odd = await fixture('block-actions', { actions: [{ action_id: 'of-old', block_id: 'x', action_ts: '2' }] });
    expect((await send({ payload: odd })).status).toBe(200);
    await idle();
    expect(slack.of('chat.postMessage').map(({ text }) => text)).toEqual([
      expect.stringContaining('earlier moment'),
      expect.stringContaining('earlier moment'),
    ]);
  });

  it('has no ears for bots, edits and channels', async () => {
    const { send, idle } = await door();
    const others = [
      await fixture('bot-message'),
      await fixture('message', { event: { subtype: 'message_changed' } }),
      await fixture('message', { event: { channel_type: 'channel', channel: 'C0GENERAL' } }),
    ];
    for (const json of others) expect((await send({ json })).status).toBe(200);
    await idle();
    expect(slack.calls).toEqual([]);
  });

  it.each(['file_share', 'thread_broadcast', 'me_message'])('hears what a person typed with %s', async (subtype) => {
    const { send, idle, member } = await door();
    await send({ json: await fixture('message', { event: { text: 'checkin', subtype } }) });
    await idle();
    expect((await member())?.session?.flow).toBe('daily-check-in');
  });

  it('asks Slack for the names of a few, however many are mentioned', async () => {
    const { send, idle, member } = await door();
    await send({ json: await message('checkin', 'Ev1') });
    const crowd = Array.from({ length: 500 }, (_, i) => `<@U0CROWD${i}>`).join(' ');
    await send({ json: await message('write', 'Ev2') });
    await send({ json: await message(crowd, 'Ev3') });
    await idle();
    expect(slack.of('users.info').length).toBeLessThan(30);
    expect((await member())?.session?.at).toBe('moved_note');
  });

  it('asks Slack nothing about people it does not know, whatever changes about them', async () => {
    const { send } = await door();
    const stranger = { user: { id: 'U0STRANGER', locale: '' } };
    expect((await send({ json: await fixture('user-change', { event: stranger }) })).status).toBe(200);
    expect(slack.calls).toEqual([]);
  });

  it('answers /checkin at once and asks in the direct message', async () => {
    const { send, idle, member } = await door();
    const { text } = await send({ form: await commandFields() });
    expect(JSON.parse(text)).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('direct message'),
    });
    await idle();
    expect((await member())?.session?.flow).toBe('daily-check-in');
    // The command came from a channel: that is no place to talk.
    expect(slack.of('chat.postMessage')).toMatchObject([{ channel: 'D0OPERATOR' }]);
  });

  it('knows the words of /bearings in both languages, and the closest to one it does not know', async () => {
    const { send } = await door();
    const bearings = async (text: string): Promise<string> =>
      JSON.parse((await send({ form: await commandFields({ command: '/bearings', text, trigger_id: text }) })).text)
        .text;
    expect(await bearings('帮助')).toBe(await bearings('help'));
    expect(await bearings('今天')).toBe(await bearings('today'));
    expect(await bearings('todya')).toContain('/bearings today');
  });

  it('takes a word and what follows it, with or without a space in Chinese', async () => {
    const { send, member } = await door({ known: { welcomedOn: '2026-11-02', account: 'T000000001:a' } });
    const bearings = async (text: string): Promise<string> =>
      JSON.parse((await send({ form: await commandFields({ command: '/bearings', text, trigger_id: text }) })).text)
        .text;
    const days = async (): Promise<unknown> => (await member())?.away;
    await bearings('away 3d');
    const three = await days();
    expect(three).toMatchObject({ from: expect.any(String) });
    await bearings('back');
    expect(await days()).toBeNull();
    await bearings('请假3天');
    expect(await days()).toEqual(three);
    expect(await bearings('away soon')).toContain('soon');
    expect(await days()).toEqual(three);
    await bearings('时间 下午5点');
    expect((await member())?.checkInAt).toBe('17:00');
    expect(await bearings('why')).not.toBe('');
    expect(await bearings('week')).not.toBe('');
  });

  it('welcomes a person once who opens the Home tab, and draws it each time', async () => {
    const { send, idle } = await door({});
    await send({ json: await fixture('home-opened') });
    await send({ json: await fixture('home-opened', { event_id: 'Ev9' }) });
    await idle();
    await expect.poll(() => slack.of('views.publish')).toHaveLength(2);
    expect(slack.of('chat.postMessage')).toHaveLength(1);
    expect(said()).toContain('I’m *Bearings*');
  });

  it('takes a changed language and name from Slack', async () => {
    const { send, member } = await door();
    await send({ json: await fixture('user-change') });
    expect(await member()).toMatchObject({ locale: 'zh-CN', name: '运营者' });
  });

  it('takes a mention for a person and a name', async () => {
    const { send, idle, member } = await door({ known: { greetedOn: '2026-11-02' } });
    await send({ json: await message('checkin', 'Ev1') });
    for (const [i, text] of ['Fewer Breakdowns &amp; more', '1', 'done', '<@U0MANAGER>'].entries()) {
      await send({ json: await message(text, `Ev${i + 2}`) });
    }
    await idle();
    const answers = Object.values((await member())?.session?.answers ?? {}).map(({ value }) => value);
    expect(answers).toContainEqual('Fewer Breakdowns & more');
  });
});

const away = async (): Promise<never> => Promise.reject(new Error('Redis: secret words'));

describe('when something of ours is broken', () => {
  const broken = {
    known: WELCOMED,
    spoil: () => ({ hear: away, submit: away }),
  };

  it('lets Slack deliver an event again, apologises once and logs no words', async () => {
    const { send, logged } = await door(broken);
    const json = await message('my secret plan');
    expect((await send({ json })).status).toBe(500);
    const headers = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' };
    expect((await send({ json, headers })).status).toBe(500);
    await expect.poll(() => slack.of('chat.postMessage')).toHaveLength(1);
    expect(said()).toContain('Nothing you gave is lost');
    expect(logged.join('\n')).not.toContain('secret');
    expect(logged.join('\n')).toContain('U0OPERATOR');
  });

  it('acks a button, and apologises', async () => {
    const { send } = await door(broken);
    expect((await send({ payload: await fixture('block-actions') })).status).toBe(200);
    await expect.poll(said).toContain('try again in a few minutes');
  });

  it('leaves a form open with what is typed in it', async () => {
    const { send } = await door(broken);
    expect((await send({ payload: await fixture('view-submission') })).status).toBe(500);
    await expect.poll(said).toContain('try again in a few minutes');
  });

  it('acks a button in time when the answer is slow', async () => {
    const { promise: slow, resolve: finish } = Promise.withResolvers<void>();
    const { send } = await door({ known: WELCOMED, spoil: () => ({ hear: () => slow }) });
    const began = performance.now();
    expect((await send({ payload: await fixture('block-actions') })).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_900);
    finish();
  });
});
