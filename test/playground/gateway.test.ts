import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';

import type { Journal } from '../../src/playground/journal.ts';
import { startPlayground, type Playground } from '../../src/playground/playground.ts';
import { createMemoryJournal } from '../support/journal.ts';

const words = { 'playground.person.operator': 'Operator', 'playground.person.manager': 'Manager' };
const running: Playground[] = [];
const warnings: string[] = [];

async function start(journal: Journal = createMemoryJournal()): Promise<{ slack: WebClient; playground: Playground }> {
  const playground = await startPlayground({
    host: '127.0.0.1',
    port: 0,
    journal,
    catalogs: { en: words, 'zh-CN': words },
    zone: 'Asia/Shanghai',
    warn: (line) => warnings.push(line),
  });
  running.push(playground);
  const { botToken, apiUrl } = playground.slack;
  return { playground, slack: new WebClient(botToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } }) };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((playground) => playground.stop()));
  warnings.length = 0;
});

const divider = { type: 'divider' } as const;
const metadata = { event_type: 'post', event_payload: { id: 'p1' } };

describe('the playground’s Slack', () => {
  it('knows the bot and both people by ids that never change', async () => {
    const { slack } = await start();
    expect(await slack.auth.test()).toMatchObject({
      user_id: 'U0BEARINGS',
      bot_id: 'B0BEARINGS',
      team_id: 'T000000001',
    });
    expect((await slack.conversations.open({ users: 'U0OPERATOR' })).channel?.id).toBe('D0OPERATOR');
  });

  it('gives a person’s language and zone', async () => {
    const { slack } = await start();
    const { user } = await slack.users.info({ user: 'U0MANAGER0', include_locale: true });
    expect(user).toMatchObject({ real_name: 'Manager', locale: 'en-US', tz: 'Asia/Shanghai', is_bot: false });
  });

  it('keeps a post with its metadata, and changes it', async () => {
    const { slack } = await start();
    const { ts = '' } = await slack.chat.postMessage({
      channel: 'D0OPERATOR',
      text: 'one',
      blocks: [divider],
      metadata,
    });
    await slack.chat.update({ channel: 'D0OPERATOR', ts, text: 'two', blocks: [divider], metadata });
    const { messages } = await slack.conversations.history({ channel: 'D0OPERATOR', include_all_metadata: true });
    expect(messages).toMatchObject([{ ts, text: 'two', metadata, bot_id: 'B0BEARINGS' }]);
  });

  it('shows the chat again after a restart, under the times that the bot knows', async () => {
    const journal = createMemoryJournal();
    const first = await start(journal);
    const { ts = '' } = await first.slack.chat.postMessage({ channel: 'U0OPERATOR', text: 'before', metadata });
    await first.playground.stop();

    const { slack } = await start(journal);
    const { messages } = await slack.conversations.history({ channel: 'D0OPERATOR', include_all_metadata: true });
    expect(messages).toMatchObject([{ ts, text: 'before', metadata }]);
    await slack.chat.update({ channel: 'D0OPERATOR', ts, text: 'after' });
    expect(await journal.load()).toMatchObject([{ ts, text: 'after', author: 'bot', edited: true }]);
  });

  it('forgets what was deleted', async () => {
    const journal = createMemoryJournal();
    const { slack } = await start(journal);
    const { ts = '' } = await slack.chat.postMessage({ channel: 'D0OPERATOR', text: 'one' });
    await slack.chat.delete({ channel: 'D0OPERATOR', ts });
    expect(await journal.load()).toEqual([]);
  });

  it('refuses blocks that Slack would refuse, and says why to whoever started it', async () => {
    const { slack } = await start();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] as const;
    const post = slack.chat.postMessage({ channel: 'D0OPERATOR', text: 'one', blocks: [...blocks] });
    await expect(post).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
    expect(warnings.join()).toContain('3001 characters of at most 3000');
  });

  it('refuses a token that is not the bot’s', async () => {
    const { playground } = await start();
    const stranger = new WebClient('xoxb-other', { slackApiUrl: playground.slack.apiUrl, retryConfig: { retries: 0 } });
    await expect(stranger.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  it.each([
    [{ host: 'evil.test' }, 403],
    [{ origin: 'https://evil.test' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
  ])('answers no page of another site: %j', async (headers, status) => {
    const { playground } = await start();
    expect(await statusOf(playground.url, headers)).toBe(status);
  });

  it('says plainly when its port is taken', async () => {
    const { playground } = await start();
    const port = Number(new URL(playground.url).port);
    const second = startPlayground({
      host: '127.0.0.1',
      port,
      journal: createMemoryJournal(),
      catalogs: { en: {}, 'zh-CN': {} },
      warn: () => {},
    });
    await expect(second).rejects.toThrow(`Port ${port} is taken`);
  });
});

async function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const { request } = await import('node:http');
  return await new Promise((resolve, reject) => {
    const call = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject).end();
  });
}
