import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { startRedis, type RunningRedis } from '../../src/playground/redis-server.ts';
import { freePort } from '../support/free-port.ts';
import { startBot, typed, type Bot } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';

const words: Record<string, string> = JSON.parse(
  await readFile(new URL('../../locales/zh-CN.json', import.meta.url), 'utf8'),
);

let dir = '';
let port = 0;
let redis: RunningRedis;
let slack: FakeSlack;
let bot: Bot;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bearings-away-'));
  port = await freePort();
  redis = await startRedis({ dir, port });
  slack = await startSlack('zh-CN');
  bot = await startBot({ redisUrl: redis.url, apiUrl: slack.apiUrl });
  return async () => {
    await bot.end('SIGKILL');
    await slack.stop();
    await redis.stop();
    await rm(dir, { recursive: true, force: true });
  };
});

const lastSaid = (user: string) => slack.seenBy(user).at(-1)?.text;
const press = (user: string, ts: string) => ({
  payload: {
    type: 'block_actions',
    user: { id: user, team_id: 'T1' },
    team: { id: 'T1' },
    container: { type: 'message', message_ts: '1.1', channel_id: user.replace('U', 'D') },
    channel: { id: user.replace('U', 'D') },
    actions: [{ type: 'button', action_id: 'press|begin|0', value: 'onboarding-operator', action_ts: ts }],
  },
});

describe('a bot whose Redis stops', { timeout: 60_000 }, () => {
  it('lives on, tells the person kindly, lets Slack deliver again, and goes on by itself', async () => {
    await bot.send(typed('U1', 'checkin', 'Ev1'));
    await expect.poll(() => slack.seenBy('U1')).toHaveLength(1);
    await redis.stop();

    const began = performance.now();
    expect((await bot.send(typed('U1', 'Example Notes', 'Ev2'))).status).toBe(500);
    expect(performance.now() - began).toBeLessThan(3_000);
    await expect.poll(() => lastSaid('U1')).toBe(words['slack.error.apology-message']);
    // Of a click Slack would show an error of its own in three seconds: it is acked, and answered in words.
    const pressed = performance.now();
    expect((await bot.send(press('U2', '2.1'))).status).toBe(200);
    expect(performance.now() - pressed).toBeLessThan(3_000);
    await expect.poll(() => lastSaid('U2')).toBe(words['slack.error.apology']);
    expect((await bot.send(typed('U1', 'Example Notes', 'Ev2', { retry: 1 }))).status).toBe(500);
    expect(slack.seenBy('U1')).toHaveLength(2);
    expect(bot.hasEnded()).toBe(false);

    redis = await startRedis({ dir, port });
    const retried = () => bot.send(typed('U1', 'Example Notes', 'Ev2', { retry: 2 })).then(({ status }) => status);
    await expect.poll(retried).toBe(200);
    await expect.poll(() => lastSaid('U1')).toContain(words['onboarding-operator.platforms']);
    await bot.send(press('U2', '2.2'));
    await expect.poll(() => lastSaid('U2')).toContain(words['onboarding-operator.account_name']);
    expect(bot.said.err).toBe('');
    expect(bot.said.out).not.toContain('Example Notes');
  });
});
