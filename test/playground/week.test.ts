import { readFile } from 'node:fs/promises';

import { Redis } from 'ioredis';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readContent } from '../../src/content.ts';
import { createLog } from '../../src/ops/log.ts';
import { runPlayground } from '../../src/playground/run.ts';
import { openBrowser } from '../support/browser.ts';
import { mayRunBrowserTests } from '../support/chromium.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';

// A database of its own: a playground has one workspace, always the same.
const redisUrl = await ownDatabase();
const content = await readContent(new URL('../../', import.meta.url));

const WEEKS = [
  {
    language: 'en',
    locale: 'en-US',
    clear: 'All clear',
    sent: 'It goes to',
    decided: 'has decided',
    answer: 'Please begin with the shaft, I will tell production.',
  },
  {
    language: 'zh-CN',
    locale: 'zh-CN',
    clear: '没有，都顺',
    sent: '会发给',
    decided: '定了',
    answer: '先从弯轴写起，生产部那边我去打招呼。',
  },
] as const;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let operator: Locator;
let manager: Locator;
let running: { stop: () => Promise<void> };
let words: Record<string, string> = {};

/** The words of a key, on a button. */
const named = (key: string): string => words[key] ?? key;

const seen = (desk: Locator, what: string): Promise<boolean> =>
  desk
    .locator('.message', { hasText: what })
    .last()
    .waitFor()
    .then(() => true);
const press = (desk: Locator, name: string | RegExp): Promise<void> =>
  desk.locator('.messages').getByRole('button', { name }).last().click();
const clock = (): Locator => page.locator('.moves button').first();

/** Until nobody moves the clock any more. */
const rested = (): Promise<boolean> =>
  expect
    .poll(() => clock().isEnabled(), { timeout: 60_000, interval: 50 })
    .toBe(true)
    .then(() => true);

async function move(to: 'next' | 'day' | 'friday'): Promise<void> {
  await page.getByRole('button', { name: named(`playground.time.${to}`), exact: true }).click();
  await page.waitForTimeout(100);
  await rested();
}

/** Does it, and waits until something is said to the operator. */
async function answeredBy(deed: () => Promise<void>): Promise<void> {
  const messages = operator.locator('.message');
  const before = await messages.count();
  await deed();
  await expect.poll(() => messages.count(), { interval: 50 }).toBeGreaterThan(before);
}

/** On to the next prompt, and the next, until this is there. */
async function nextUntil(isThere: () => Promise<boolean>): Promise<void> {
  for (let moves = 0; moves < 6 && !(await isThere()); moves += 1) await move('next');
  expect(await isThere()).toBe(true);
}

beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});
beforeEach(async () => {
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  await redis.quit();
});
afterEach(async () => {
  await context.close();
  await running.stop();
});

describe.skipIf(!mayRunBrowserTests)('a week in the browser', () => {
  it.each(WEEKS)(
    'goes from Monday’s prompt to the manager’s answer, in $language',
    { timeout: 120_000 },
    async (week) => {
      words = JSON.parse(await readFile(new URL(`../../locales/${week.language}.json`, import.meta.url), 'utf8'));
      const port = await freePort();
      const config = { slack: null, redisUrl, host: '127.0.0.1', port, logLevel: 'silent', dataDir: null } as const;
      running = await runPlayground({ ...config, company: 'example' }, content, createLog('silent'));
      context = await browser.newContext({ locale: week.locale });
      page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`http://127.0.0.1:${port}`);
      operator = page.locator('[data-person=operator]');
      manager = page.locator('[data-person=manager]');
      const charts = (): Promise<number> => manager.locator('.message img[src^="/file/"]').count();
      await clock().waitFor();
      await rested();
      expect(await charts()).toBe(2);

      // What is being typed stays while the clock moves.
      await manager.locator('.composer textarea').fill('half a sentence');
      await move('next');
      expect(await manager.locator('.composer textarea').inputValue()).toBe('half a sentence');
      await manager.locator('.composer textarea').fill('');
      // A small reminder may come before the check-in.
      const light = operator.locator('.messages').getByRole('button', { name: named('command.light') });
      await nextUntil(async () => (await light.count()) > 0);
      await answeredBy(() => press(operator, named('command.light')));
      await operator.locator('details.many summary').last().click();
      await operator.getByRole('checkbox').first().check();
      await answeredBy(() => press(operator, named('slack.done')));
      await answeredBy(() => press(operator, week.clear));

      await move('friday');
      await press(operator, named('week.press.send'));
      expect(await seen(operator, week.sent)).toBe(true);
      for (const _ of ['Saturday', 'Sunday', 'Monday']) await move('day');
      await nextUntil(async () => (await charts()) === 3);

      await press(manager, /^A[:：]/);
      expect(await seen(operator, week.decided)).toBe(true);
      await press(manager, named('digest.press.reply'));
      await manager.locator('.composer textarea').fill(week.answer);
      await manager.locator('.composer textarea').press('Enter');
      expect(await seen(operator, week.answer)).toBe(true);
      const answered = operator.locator('.message', { hasText: week.answer });
      expect(await answered.count()).toBe(1);

      // And in the check-in of that Monday it is told again.
      await nextUntil(async () => (await answered.count()) === 2);
    },
  );
});
