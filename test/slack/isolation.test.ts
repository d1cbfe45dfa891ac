import { readFile } from 'node:fs/promises';

import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startBot, type Bot } from '../../src/bot.ts';
import { readContent } from '../../src/content.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { SECRET, signedPost } from '../support/signed-post.ts';
import { action, button, event, WALK } from './every-listener.ts';
import { fill, MARK } from './first-workspace.ts';
import { mockSlack } from './slack-api.ts';

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
  await fill(redis);
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
          expect([listener, status]).toEqual([listener, 200]);
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
    const before = slack.of('chat.postMessage').length;
    for (const _ of [1, 2, 3]) expect((await signedPost(url, press)).status).toBe(200);
    await bot.clock.idle();
    expect(slack.of('chat.postMessage')).toHaveLength(before + 1);
  });
});
