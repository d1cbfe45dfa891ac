import { readFile } from 'node:fs/promises';

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Journal } from '../../src/playground/journal.ts';
import { startPlayground, type Playground } from '../../src/playground/playground.ts';
import { openBrowser } from '../support/browser.ts';
import { mayRunBrowserTests } from '../support/chromium.ts';
import { createMemoryJournal } from '../support/journal.ts';
import { startTinyBot } from '../support/tiny-bot.ts';

const words = async (locale: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(new URL(`../../locales/${locale}.json`, import.meta.url), 'utf8'));
const catalogs = { en: await words('en'), 'zh-CN': await words('zh-CN') };

let browser: Browser;
let context: BrowserContext;
let page: Page;
let journal: Journal;
let playground: Playground;
let stopBot: () => Promise<unknown>;
let operator: Locator;
const broken: string[] = [];

async function startAll(port = 0): Promise<void> {
  playground = await startPlayground({ host: '127.0.0.1', port, journal, catalogs, warn: (line) => broken.push(line) });
  stopBot = await startTinyBot(playground);
}

async function stopAll(): Promise<void> {
  await stopBot();
  await playground.stop();
}

async function visit(locale = 'en-US'): Promise<void> {
  context = await browser.newContext({ locale });
  page = await context.newPage();
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(playground.url);
  operator = page.locator('[data-person=operator]');
}

const say = async (line: string): Promise<void> => {
  await operator.getByRole('textbox').fill(line);
  await operator.getByRole('textbox').press('Enter');
};

/** Waits until it is in sight. */
const seen = (what: Locator): Promise<boolean> => what.waitFor().then(() => true);

beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});
beforeEach(async () => {
  broken.length = 0;
  journal = createMemoryJournal();
  await startAll();
});
afterEach(async () => {
  await context.close();
  await stopAll();
  if (broken.length > 0) throw new Error(broken.join('\n'));
});

describe.skipIf(!mayRunBrowserTests)('the page', () => {
  it('greets the operator unasked, and shows a person’s words as words', async () => {
    await visit();
    expect(await seen(operator.getByText('Hello'))).toBe(true);
    await say('<img src=x onerror=alert(1)> <!channel> *bold*');
    expect(await seen(operator.getByText('I heard: <img src=x onerror=alert(1)> <!channel> bold'))).toBe(true);
    expect(await operator.getByRole('textbox').inputValue()).toBe('');
  });

  it('offers the commands, and shows the answer to one person alone', async () => {
    await visit();
    await operator.getByRole('textbox').fill('/che');
    expect(await seen(operator.getByRole('button', { name: '/checkin' }))).toBe(true);
    await operator.getByRole('textbox').press('Enter');
    expect(await seen(operator.getByText('Let us begin'))).toBe(true);
    expect(await seen(operator.getByText('Only visible to you'))).toBe(true);
    expect(await page.locator('[data-person=manager]').getByText('Let us begin').count()).toBe(0);
    await say('/nothing');
    expect(await seen(operator.getByText('There is no such command'))).toBe(true);
  });

  it('tells the bot of several choices once the list is closed', async () => {
    await visit();
    await operator.locator('details.many summary').click();
    await operator.getByRole('checkbox', { name: 'One' }).check();
    await operator.getByRole('checkbox', { name: 'Two' }).check();
    await operator.getByRole('heading', { name: 'Operator' }).click();
    expect(await seen(operator.getByText('You chose One+Two'))).toBe(true);
  });

  it('opens a form, says what is wrong in it, and sends it, by keyboard alone', async () => {
    await visit();
    await operator.getByRole('button', { name: 'Answer in a form' }).press('Enter');
    const form = operator.getByRole('dialog', { name: 'Today' });
    await form.waitFor();
    expect(await form.getByLabel('Plan').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await seen(form.getByText('Please fill this in.'))).toBe(true);
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    expect(await seen(form.getByText('Say a little more'))).toBe(true);
    await page.keyboard.type(' and more');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    expect(await seen(operator.getByText('Kept: abc and more'))).toBe(true);
  });

  it('closes a form with Escape', async () => {
    await visit();
    await operator.getByRole('button', { name: 'Answer in a form' }).click();
    expect(await seen(operator.getByRole('dialog'))).toBe(true);
    await page.keyboard.press('Escape');
    await operator.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await operator.getByRole('textbox').isEditable()).toBe(true);
  });

  it('sends nothing while Chinese is being composed', async () => {
    await visit();
    const box = operator.getByRole('textbox');
    await box.fill('你好');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await box.inputValue()).toBe('你好');
    await box.press('Enter');
    expect(await seen(operator.getByText('I heard: 你好'))).toBe(true);
  });

  it('speaks the language of the browser, and then the one that was chosen', async () => {
    await visit('zh-CN');
    expect(await seen(page.getByRole('heading', { name: '运营者' }))).toBe(true);
    await operator.getByRole('tab', { name: '主页' }).click();
    expect(await seen(operator.getByRole('heading', { name: 'Today' }))).toBe(true);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await seen(page.getByRole('heading', { name: 'Manager' }))).toBe(true);
    await context.close();
    await visit('zh-CN');
    expect(await seen(page.getByRole('heading', { name: 'Operator' }))).toBe(true);
  });

  it('says kindly that the playground has stopped, and comes back with nothing lost', async () => {
    await visit();
    await operator.getByText('Hello', { exact: true }).waitFor();
    await say('Remember this');
    expect(await seen(operator.getByText('I heard: Remember this'))).toBe(true);
    const port = Number(new URL(playground.url).port);
    await stopAll();
    expect(await seen(page.getByText('The playground has stopped'))).toBe(true);
    await startAll(port);
    expect(await seen(page.getByText('You play everybody'))).toBe(true);
    expect(await seen(operator.getByText('I heard: Remember this'))).toBe(true);
    await say('Still there?');
    expect(await seen(operator.getByText('I heard: Still there?'))).toBe(true);
    expect(await operator.getByText('Hello', { exact: true }).count()).toBe(1);
  });
});
