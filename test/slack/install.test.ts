import { randomBytes } from 'node:crypto';

import type { Emulator } from 'emulate';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startBot, type Bot } from '../../src/bot.ts';
import { readContent } from '../../src/content.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { createRedisInstallations } from '../../src/redis/installations.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { SECRET, signedPost } from '../support/signed-post.ts';
import { startSlack } from './emulated-slack.ts';

const TEAM = 'T000000001';
const key = (): string => randomBytes(32).toString('base64');
const KEYS = { first: key(), second: key() };
const content = await readContent(new URL('../../', import.meta.url));
const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });

let slack: Emulator;
let bot: Bot;
let redisUrl: string;
let redis: ReturnType<typeof createRedis>;
const port = await freePort();
const base = `http://127.0.0.1:${port}`;

const start = async (keys: readonly string[]): Promise<void> => {
  bot = await startBot({
    slack: {
      mode: 'many',
      apiUrl: `${slack.url}/api/`,
      signingSecret: SECRET,
      clientId: 'bearings',
      clientSecret: 'client-secret',
      stateSecret: 'a-state-secret-nobody-knows',
      encryptionKeys: keys,
      publicUrl: base,
    },
    redisUrl,
    host: '127.0.0.1',
    port,
    content,
    log,
    isAlone: true,
  });
};

beforeAll(async () => {
  redisUrl = await ownDatabase();
  redis = createRedis(redisUrl, () => {});
  slack = await startSlack(base);
  await start([KEYS.first]);
});
afterAll(async () => {
  await bot.stop();
  await slack.close();
  await redis.quit();
});

const manual = { redirect: 'manual' } as const;

/** As a browser does: our link, Slack's page with its people, back to us. */
async function begin(): Promise<{ back: URL; cookie: string; user: string }> {
  const first = await fetch(`${base}/slack/install`, manual);
  const asked = new URL(first.headers.get('location') ?? '');
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await (await fetch(asked)).text();
  const fields = Object.fromEntries(
    [...page.matchAll(/name="([a-z_]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  );
  const picked = await fetch(`${slack.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    ...manual,
  });
  return { back: new URL(picked.headers.get('location') ?? ''), cookie, user: fields['user_id'] ?? '' };
}

async function install(): Promise<string> {
  const { back, cookie, user } = await begin();
  const done = await fetch(back, { headers: { cookie } });
  expect(done.status).toBe(200);
  expect(await done.text()).toContain('Bearings is in your workspace');
  return user;
}

const event = (inner: object, id: string) =>
  signedPost(`${base}/slack/events`, {
    json: {
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: 'A0BEARINGS',
      event_id: id,
      event_time: 1,
      event: inner,
    },
  });
const said = async (user: string): Promise<string> => JSON.stringify(await messagesOf(user));
async function messagesOf(user: string): Promise<unknown> {
  const token = await tokenNow();
  const call = async (method: string, fields: Record<string, string>) => {
    const response = await fetch(`${slack.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(fields),
    });
    const reply: { ok: boolean; channel?: { id: string }; messages?: unknown } = await response.json();
    return reply;
  };
  const { channel } = await call('conversations.open', { users: user });
  return (await call('conversations.history', { channel: channel?.id ?? '' })).messages;
}
const tokenNow = async (keys = [KEYS.first, KEYS.second]): Promise<string | undefined> =>
  (await createRedisInstallations(redis, keys).of(TEAM))?.token;

describe('being installed', () => {
  let user = '';

  it('asks for exactly the scopes of the manifest, and comes back with a token that is kept sealed', async () => {
    const first = await fetch(`${base}/slack/install`, manual);
    const asked = new URL(first.headers.get('location') ?? '');
    expect(asked.href).toContain(`${slack.url}/oauth/v2/authorize`);
    expect(asked.searchParams.get('scope')?.split(',').toSorted()).toEqual(
      ['chat:write', 'commands', 'files:write', 'im:history', 'im:write', 'users:read'].toSorted(),
    );
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    user = await install();
    const token = await tokenNow();
    expect(token).toMatch(/^xoxb-/);
    expect(await redis.get(`{${TEAM}}:installation`)).not.toContain(token);
    expect(lines.join('\n')).not.toContain(token);
  });

  it('greets whoever installed it, with that token and strict scopes', async () => {
    await expect.poll(async () => said(user)).toContain('Bearings');
  });

  it('answers an event of the workspace from then on', async () => {
    const { channel } = await (
      await fetch(`${slack.url}/api/conversations.open`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await tokenNow()}` },
        body: new URLSearchParams({ users: user }),
      })
    ).json();
    const typed = { type: 'message', channel_type: 'im', channel: channel.id, user, text: 'help', ts: '1.1' };
    expect((await event(typed, 'Ev1')).status).toBe(200);
    await expect.poll(async () => said(user)).toContain('/bearings');
  });

  it('again takes the new token in place of the old', async () => {
    const before = await tokenNow();
    await install();
    const after = await tokenNow();
    expect(after).not.toBe(before);
    const home = { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1' };
    expect((await event(home, 'Ev2')).status).toBe(200);
  });

  it('refuses a state that is forged, of another browser, or missing; and a code that was used', async () => {
    const { back, cookie } = await begin();
    const forged = new URL(back);
    forged.searchParams.set('state', `${forged.searchParams.get('state')}x`);
    const missing = new URL(back);
    missing.searchParams.delete('state');
    for (const [url, headers] of [
      [forged, { cookie }],
      [back, { cookie: '' }],
      [missing, { cookie }],
    ] as const) {
      const refused = await fetch(url, { headers: { ...headers, 'accept-language': 'zh-CN,zh;q=0.9' } });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain('超过十分钟');
    }
    expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
    const again = await fetch(back, { headers: { cookie } });
    expect(again.status).toBe(500);
    expect(await again.text()).toContain('Try again');
  });

  it('says so kindly when somebody says no in Slack', async () => {
    const { back, cookie } = await begin();
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    const refused = await fetch(back, { headers: { cookie } });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('not allowed');
  });

  it('goes on under a new key, and no longer needs the old one', async () => {
    const token = await tokenNow();
    await bot.stop();
    await start([KEYS.second, KEYS.first]);
    await event({ type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '2' }, 'Ev3');
    await expect.poll(async () => (await redis.get(`{${TEAM}}:installation`)) ?? '').toBeTruthy();
    expect(await tokenNow([KEYS.second])).toBe(token);
    await expect(createRedisInstallations(redis, [key()]).of(TEAM)).rejects.toMatchObject({ code: 'BAD_KEY' });
  });

  it('refuses a token that was moved to another workspace', async () => {
    const sealed = (await redis.get(`{${TEAM}}:installation`)) ?? '';
    await redis.set('{TOTHER}:installation', sealed);
    await expect(createRedisInstallations(redis, [KEYS.second]).of('TOTHER')).rejects.toMatchObject({
      code: 'BAD_SEAL',
    });
    await redis.del('{TOTHER}:installation');
  });

  it('does nothing for a workspace that never installed it, and takes the event all the same', async () => {
    const json = {
      type: 'event_callback',
      team_id: 'TELSE',
      event_id: 'Ev4',
      event: { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' },
    };
    expect((await signedPost(`${base}/slack/events`, { json })).status).toBe(200);
    expect(await redis.keys('{TELSE}:*')).toEqual([]);
  });

  it('keeps what there is when the token is taken back, and goes on when it is installed again', async () => {
    await event({ type: 'tokens_revoked', tokens: { bot: ['U0BEARINGS'] } }, 'Ev5');
    await expect.poll(() => tokenNow()).toBeUndefined();
    expect(await redis.exists(`{${TEAM}}:member:${user}`)).toBe(1);
    expect((await event({ type: 'app_home_opened', user, channel: 'D1', tab: 'home' }, 'Ev6')).status).toBe(200);
    await install();
    expect(await tokenNow()).toMatch(/^xoxb-/);
    expect(JSON.parse((await redis.hget(`{${TEAM}}:workspace`, 'json')) ?? '{}')).toMatchObject({ down: null });
  });

  it('deletes all of the workspace when it is taken out, and says how much that was', async () => {
    await event({ type: 'app_uninstalled' }, 'Ev7');
    await expect.poll(() => redis.keys(`{${TEAM}}:*`)).toEqual([]);
    expect(await redis.smembers('workspaces')).not.toContain(TEAM);
    expect(lines.some((line) => line.includes('uninstalled') && /"keys":[1-9]/.test(line))).toBe(true);
  });

  it('works again after that, as new', async () => {
    await install();
    expect(await redis.smembers('workspaces')).toContain(TEAM);
    await expect.poll(() => redis.exists(`{${TEAM}}:member:${user}`)).toBe(1);
  });
});

describe('the page at the address itself', () => {
  it('says what this is in the language of the browser, with the way in, and loads nothing from elsewhere', async () => {
    const english = await fetch(base, { headers: { 'accept-language': 'fr, en;q=0.8' } });
    const page = await english.text();
    expect(page).toMatch(/<html lang="en">[\s\S]*href="\/slack\/install"[\s\S]*Add to Slack/);
    expect(english.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/src=|https?:/);
    const chinese = await (await fetch(base, { headers: { 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.5' } })).text();
    expect(chinese).toMatch(/<html lang="zh-CN">[\s\S]*添加到 Slack/);
  });
});

describe('an organisation that has Bearings everywhere', () => {
  it('serves each of its workspaces, and all of them are forgotten together', async () => {
    const installations = createRedisInstallations(redis, [KEYS.second]);
    const org = { v: 1 as const, id: 'E1', isOrg: true, token: 'xoxb-org', scopes: [], botUser: null, by: 'U1' };
    await installations.write({ ...org, at: '2026-11-23T08:00:00.000Z' });
    expect(await installations.of('TORG1')).toBeNull();
    await installations.belongs('TORG1', 'E1');
    await installations.belongs('TORG2', 'E1');
    expect((await installations.of('TORG1'))?.token).toBe('xoxb-org');
    const json = {
      type: 'event_callback',
      team_id: 'TORG1',
      enterprise_id: 'E1',
      event_id: 'Ev8',
      authorizations: [
        { enterprise_id: 'E1', team_id: null, user_id: 'U1', is_bot: true, is_enterprise_install: true },
      ],
      event: { type: 'app_uninstalled' },
    };
    expect((await signedPost(`${base}/slack/events`, { json })).status).toBe(200);
    await expect.poll(() => installations.of('TORG2')).toBeNull();
    expect(await redis.keys('{TORG*}:*')).toEqual([]);
  });
});
