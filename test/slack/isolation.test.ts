import { readFile } from 'node:fs/promises';

import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startBot, type Bot } from '../../src/bot.ts';
import { Account } from '../../src/coaching/account.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { PanelName } from '../../src/coaching/panel-name.ts';
import { newPosition } from '../../src/coaching/position.ts';
import { PressName } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import type { JsonValue } from '../../src/flow/session.ts';
import { createRedisAccounts } from '../../src/redis/accounts.ts';
import { createRedisAudit } from '../../src/redis/audit.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { createRedisPositions } from '../../src/redis/positions.ts';
import { createRedisWorkspaces } from '../../src/redis/workspace-store.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { SECRET, signedPost, type Sent } from '../support/signed-post.ts';
import { commandFields, fixture } from './fixture.ts';
import { mockSlack } from './slack-api.ts';

/** In everything that the first workspace has. */
const MARK = 'lapislazuli';
const ACCOUNT = 'TONE:a';
const SESSION = 'daily-check-in@TONE-session';
const root = new URL('../../', import.meta.url);
const content = await readContent(root);

const redisUrl = await ownDatabase();
const redis = createRedis(redisUrl, () => {});
const slack = mockSlack({
  // The same user ids in both workspaces, and each person looks after theirs.
  'users.info': ({ fields }) => [
    200,
    { ok: true, user: { id: fields['user'], name: 'somebody', tz: 'Asia/Shanghai', locale: 'en-US', is_admin: true } },
  ],
});
const answers: string[] = [];
let bot: Bot;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/slack/events`;
  await fill();
  bot = await startBot({
    slack: { mode: 'http', botToken: 'xoxb-scrubbed', signingSecret: SECRET },
    redisUrl,
    host: '127.0.0.1',
    port,
    content,
    log: pino({ level: 'silent' }),
    isAlone: false,
  });
});
afterAll(async () => {
  await bot.stop();
  slack.close();
  await redis.quit();
});

/** A workspace that has lived with Bearings: an operator U0OPERATOR, their manager U0MANAGER. */
async function fill(): Promise<void> {
  const person = { name: MARK, locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
  const [operator, manager] = ['TONE:U0OPERATOR', 'TONE:U0MANAGER'];
  const version = {
    flow: 1,
    grade: 'sharp' as const,
    flags: [],
    evidence: null,
    on: '2026-11-02',
    sharedOn: '2026-11-03',
  };
  await createRedisMembers(redis).update(operator, () => ({
    member: {
      ...newMember(operator, person),
      inbox: 'D0OPERATOR',
      account: ACCOUNT,
      manager,
      welcomedOn: '2026-11-02',
      plan: { text: MARK, when: null, date: '2026-11-20', grade: null },
      session: {
        id: SESSION,
        flow: 'daily-check-in',
        version: 3,
        facts: { today: '2026-11-23', weekday: 'mon', rotation: 'mon1', light: false, yesterday_plan: MARK },
        answers: { moved_note: { value: MARK, followUps: 0, settled: true } },
        at: 'moved',
        said: [],
        turn: 1,
        draft: { plan: MARK },
      },
    },
    result: null,
  }));
  await createRedisMembers(redis).update(manager, () => ({
    member: { ...newMember(manager, person), manages: [ACCOUNT] },
    result: null,
  }));
  await createRedisAccounts(redis).update(ACCOUNT, () => [
    Account.parse({
      v: 1,
      id: ACCOUNT,
      name: MARK,
      platforms: ['weibo'],
      operators: [operator],
      manager,
      digests: [{ week: '2026-W47', on: '2026-11-23', whole: true }],
      questions: [{ id: 'q', text: MARK, kind: 'text', audience: 'both', by: manager }],
    }),
    null,
  ]);
  await createRedisPositions(redis).update(ACCOUNT, () => [
    {
      ...newPosition(ACCOUNT),
      elements: {
        purpose: {
          confirmedOn: null,
          versions: [{ id: 'v', by: operator, answers: { sentence: { value: MARK } }, ...version }],
        },
      },
    },
    null,
  ]);
  await createRedisWorkspaces(redis).update('TONE', (known) => ({
    ...known,
    questions: [{ id: 'w', text: MARK, kind: 'text', audience: 'both', by: manager }],
    undelivered: [{ kind: 'left', member: operator, code: MARK, at: '2026-11-20T08:00:00.000Z', times: 1 }],
  }));
  await createRedisAudit(redis).note('TONE', {
    at: '2026-11-20T08:00:00.000Z',
    by: operator,
    did: 'account-set-up',
    about: ACCOUNT,
  });
}

const dumpOf = async (team: string): Promise<Record<string, string>> => {
  const keys = (await redis.keys(`{${team}}:*`)).toSorted();
  const values = keys.map(async (key) => [key, await valueOf(key)] as const);
  return Object.fromEntries(await Promise.all(values));
};
async function valueOf(key: string): Promise<string> {
  const type = await redis.type(key);
  if (type === 'hash') return JSON.stringify(await redis.hgetall(key));
  if (type === 'set') return JSON.stringify((await redis.smembers(key)).toSorted());
  if (type === 'zset') return JSON.stringify(await redis.call('zrange', key, '0', '-1', 'WITHSCORES'));
  if (type === 'list') return JSON.stringify(await redis.lrange(key, 0, -1));
  return (await redis.get(key)) ?? '';
}

let count = 0;
const event = (inner: object): Sent => ({
  json: { type: 'event_callback', team_id: 'TTWO', event_id: `Ev${++count}`, event_time: 1, event: inner },
});
const USER = { id: 'U0OPERATOR', username: 'x', name: 'x', team_id: 'TTWO' };
const OF_TWO = { team: { id: 'TTWO', domain: 'two' }, user: USER };
const action = async (one: JsonValue, more: JsonValue = {}): Promise<Sent> => ({
  payload: {
    ...(await object('block-actions')),
    ...OF_TWO,
    ...(typeof more === 'object' ? more : {}),
    actions: [{ ...Object(one), action_ts: `1.${++count}` }],
  },
});
const view = async (
  callback: string,
  metadata: string,
  values: JsonValue,
  type = 'view_submission',
): Promise<Sent> => ({
  payload: {
    ...(await object('view-submission')),
    ...OF_TWO,
    type,
    view: {
      ...Object((await object('view-submission'))['view']),
      id: `V${++count}`,
      callback_id: callback,
      private_metadata: metadata,
      state: { values },
    },
  },
});
const object = async (name: string): Promise<Record<string, JsonValue>> => Object(await fixture(name));
const button = (actionId: string, value: string, blockId = 'b') => ({
  type: 'button',
  action_id: actionId,
  block_id: blockId,
  value,
  text: { type: 'plain_text', text: 'x' },
});
const place = (part: string): string => `${part}|${SESSION}|plan`;
const text = (address: string, value: string, actionId: string) => ({
  [`field|${address}`]: { [actionId]: { type: 'plain_text_input', value } },
});
const command = async (name: string, words: string): Promise<Sent> => ({
  form: await commandFields({
    command: name,
    text: words,
    team_id: 'TTWO',
    user_id: 'U0OPERATOR',
    trigger_id: `t${++count}`,
  }),
});
const SUBJECTS = [ACCOUNT, `${ACCOUNT}|2026-W48`, `${ACCOUNT}|audience`, `${ACCOUNT}|q`, 'TONE:U0OPERATOR'];
const opened = {
  type: 'modal',
  id: 'V1',
  hash: 'h',
  callback_id: 'x',
  private_metadata: SESSION,
  state: { values: {} },
  blocks: [],
};

/** For each listener, all that a person of the second workspace can send it with ids of the first. */
const WALK: Readonly<Record<string, () => Promise<readonly Sent[]>>> = {
  onHomeOpened: async () => [
    event({ type: 'app_home_opened', user: 'U0OPERATOR', channel: 'D0OPERATOR', tab: 'home' }),
  ],
  onMessage: async () =>
    ['hello', 'help', 'change plan', `<@U0MANAGER> ${ACCOUNT}`].map((words) =>
      event({
        type: 'message',
        channel_type: 'im',
        channel: 'D0OPERATOR',
        user: 'U0OPERATOR',
        text: words,
        ts: `1.${++count}`,
      }),
    ),
  onProfileChanged: async () => [
    event({
      type: 'user_change',
      user: { id: 'U0OPERATOR', name: 'x', deleted: true, locale: 'en-US', team_id: 'TONE' },
    }),
    event({ type: 'team_join', user: { id: 'U0OPERATOR', name: 'x', locale: 'en-US', tz: 'Europe/Berlin' } }),
  ],
  onCheckIn: async () => [await command('/checkin', '')],
  onPositioning: async () =>
    Promise.all(
      ['', 'show', 'history', 'export', 'align', 'audience', ACCOUNT].map((words) => command('/positioning', words)),
    ),
  onBearings: async () =>
    Promise.all(
      [
        '',
        'help',
        'today',
        'week',
        'level',
        'why',
        'privacy',
        'export',
        'export company',
        'audit',
        'forget-me',
        'away 3d',
        'back',
        'pause',
        'time 17:00',
        'numbers',
        'settings',
        'account',
        'workspace',
        'setup',
        'questions',
        'import',
        ACCOUNT,
      ].map((words) => command('/bearings', words)),
    ),
  onAnswer: async () => [await action(button('answer|0', '"x"', place('answer')))],
  onChoice: async () => [
    await action({ type: 'checkboxes', action_id: 'choices', block_id: place('answer'), selected_options: [] }),
  ],
  onChoicesDone: async () => [await action(button('done', 'x', place('more')))],
  onCommandButton: async () => [await action(button('command|back', 'x', place('command')))],
  onPress: async () =>
    Promise.all(
      PressName.options
        .filter((name) => !['numbers', 'panel', 'forget'].includes(name))
        .flatMap((name) => SUBJECTS.map((subject) => action(button(`press|${name}|0`, subject)))),
    ),
  onOpenForm: async () => [await action(button('form', 'x', place('answer')))],
  onChangeForm: async () => [
    await action({ type: 'static_select', action_id: 'field', block_id: 'field|plan' }, { view: opened }),
  ],
  onOpenNumbers: async () => [await action(button('press|numbers|0', ACCOUNT))],
  onChangeNumbers: async () => [
    await action(
      { type: 'static_select', action_id: 'numbers-field', block_id: 'b' },
      { view: { ...opened, private_metadata: ACCOUNT } },
    ),
  ],
  onOpenPanel: async () =>
    Promise.all(
      PanelName.options.flatMap((name) =>
        SUBJECTS.map((subject) => action(button('press|panel|0', `${name}|${subject}`))),
      ),
    ),
  onChangePanel: async () =>
    Promise.all(
      PanelName.options.map((name) =>
        action(
          { type: 'static_select', action_id: 'panel-field', block_id: 'b' },
          { view: { ...opened, private_metadata: `${name}|${ACCOUNT}` } },
        ),
      ),
    ),
  onUnknownAction: async () => [await action(button('of-another-time', ACCOUNT))],
  onSubmitForm: async () => [await view('flow-form', SESSION, text('plan', 'forged', 'field'))],
  onSubmitNumbers: async () => [await view('numbers-form', ACCOUNT, text('readers', '1', 'numbers-field'))],
  onSubmitPanel: async () =>
    Promise.all(
      PanelName.options.map((name) =>
        view('panel', `${name}|${ACCOUNT}`, {
          ...text('name', 'forged', 'panel-field'),
          ...text('text', 'A forged question?', 'panel-field'),
        }),
      ),
    ),
  onCloseForm: async () => [await view('flow-form', SESSION, text('plan', 'forged', 'field'), 'view_closed')],
  onTokensRevoked: async () => [event({ type: 'tokens_revoked', tokens: { bot: ['U1'] } })],
  // Last, for with it the second workspace is gone.
  onUninstalled: async () => [event({ type: 'app_uninstalled' })],
};

describe('a second workspace', () => {
  it('is walked through every listener there is', async () => {
    const listen = await readFile(new URL('src/slack/listeners/listen.ts', root), 'utf8');
    const known = [...listen.matchAll(/\b(on[A-Z]\w+)\b/g)].map(([, name = '']) => name);
    expect(Object.keys(WALK).toSorted()).toEqual([...new Set(known)].toSorted());
  });

  it(
    'sees nothing of the first and changes nothing of it, whatever ids of the first it sends',
    { timeout: 120_000 },
    async () => {
      // What is too old is looked for at the start: that is over first.
      await expect.poll(() => redis.hget('{TONE}:workspace', 'json')).toContain('"tidiedOn":"2');
      const before = await dumpOf('TONE');
      expect(JSON.stringify(before).split(MARK).length).toBeGreaterThan(8);
      for (const [listener, payloads] of Object.entries(WALK)) {
        for (const sent of await payloads()) {
          const { status, text: answer } = await signedPost(url, sent);
          expect(status, listener).toBe(200);
          answers.push(answer);
        }
      }
      await bot.clock.idle();
      // The walk did something: it is not that all was refused at the door.
      expect(slack.of('chat.postMessage').length).toBeGreaterThan(20);
      expect(JSON.stringify([slack.calls, answers])).not.toContain(MARK);
      expect(await dumpOf('TONE')).toEqual(before);
      expect(await redis.keys('{TTWO}:*')).toEqual([]);
    },
  );

  it('is let in by its signature alone: forged, or older than five minutes, nothing is heard', async () => {
    const sent = event({ type: 'app_home_opened', user: 'U0LATE', channel: 'D1', tab: 'home' });
    expect((await signedPost(url, { ...sent, secret: 'a guess' })).status).toBe(401);
    expect((await signedPost(url, { ...sent, ageSeconds: 400 })).status).toBe(401);
    expect(await redis.exists('{TTWO}:member:U0LATE')).toBe(0);
  });

  it('sent again, the same request is taken once', async () => {
    const press = await action(button('press|begin|0', 'onboarding-operator'));
    const asked = (): number => slack.of('chat.postMessage').length;
    const before = asked();
    for (const _ of [1, 2, 3]) expect((await signedPost(url, press)).status).toBe(200);
    await bot.clock.idle();
    expect(asked()).toBe(before + 1);
  });
});
