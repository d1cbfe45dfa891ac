import { Redis } from 'ioredis';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readContent } from '../../src/content.ts';
import { createLog } from '../../src/ops/log.ts';
import { runPlayground } from '../../src/playground/run.ts';
import { openBrowser } from '../support/browser.ts';
import { mayRunBrowserTests } from '../support/chromium.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';

// A database of its own: a playground has one workspace, always the same.
const url = await ownDatabase();
const redis = new Redis(url);
const content = await readContent(new URL('../../', import.meta.url));
const log = createLog('silent');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let operator: Locator;
let port = 0;
let running: { stop: () => Promise<void> };

async function start(): Promise<void> {
  const config = {
    slack: null,
    redisUrl: url,
    host: '127.0.0.1',
    port,
    logLevel: 'silent',
    dataDir: null,
    company: 'empty',
  } as const;
  running = await runPlayground(config, content, log);
}

async function visit(locale: string): Promise<void> {
  context = await browser.newContext({ locale });
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}`);
  operator = page.locator('[data-person=operator]');
}

const seen = (words: string): Promise<boolean> =>
  operator
    .locator('.message', { hasText: words })
    .last()
    .waitFor()
    .then(() => true);
const press = (name: string | RegExp): Promise<void> => operator.getByRole('button', { name }).last().click();
const say = async (line: string): Promise<void> => {
  await operator.locator('.composer textarea').fill(line);
  await operator.locator('.composer textarea').press('Enter');
};

beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await redis.flushdb();
  port = await freePort();
  await start();
});
afterEach(async () => {
  await context.close();
  await running.stop();
});

const FORMS = [
  {
    locale: 'en-US',
    begin: 'I run an account',
    form: 'Answer in a form',
    send: 'Send',
    missing: 'Please fill this in.',
    account: 'Example Notes',
    platform: 'Douyin',
    manager: 'Manager',
    checkIn: 'Start today’s check-in',
    first: 'What moved forward today?',
    planLabel: 'What is the one thing that matters most',
    plan: 'Before 10, call two dealers and ask what they were asked most',
    clear: 'All clear',
    edit: 'Edit',
  },
  {
    locale: 'zh-CN',
    begin: '我是运营者，开始',
    form: '用表单填写',
    send: '提交',
    missing: '这一项还没填。',
    account: '示例号',
    platform: '抖音',
    manager: '负责人',
    checkIn: '开始今日小结',
    first: '今天往前推了哪些事',
    planLabel: '明天最要紧的一件事',
    plan: '明早 10 点前给两位经销商打电话，问被问最多的问题',
    clear: '没有，都顺',
    edit: '修改',
  },
];

describe.skipIf(!mayRunBrowserTests)('the playground, in a browser', () => {
  it('carries a person who has read nothing through on-boarding and a check-in, by chat, in English', async () => {
    await visit('en-US');
    await press('I run an account');
    expect(await seen('Which account do you run?')).toBe(true);
    await say('Example Notes');
    await operator.getByRole('checkbox', { name: 'Douyin' }).check();
    await press('Done');
    expect(await seen('Who answers for the account')).toBe(true);
    await operator.locator('select').last().selectOption({ label: 'Manager' });
    expect(await seen('Question 4 of 4')).toBe(true);
    await say('17:30');
    await press(/check-in/);
    await operator.locator('details.many summary').last().click();
    await operator.getByRole('checkbox').first().check();
    await press('Done');
    expect(await seen('Question 2 of about')).toBe(true);
    await press('Skip');
    expect(await seen('matters most tomorrow')).toBe(true);
    await say('Call two dealers about the top question before 10');
    expect(await seen('Is anything stuck?')).toBe(true);

    // In the middle of it all, everything stops; what was said is still there, and it goes on where it was.
    await running.stop();
    await page.getByText('The playground has stopped').waitFor();
    await start();
    await page.getByText('You play everybody').waitFor();
    expect(await seen('Call two dealers about the top question before 10')).toBe(true);
    await press('All clear');
    expect(await seen('Question 5 of about')).toBe(true);
    await say('12');
    expect(await seen('Question 6 of about')).toBe(true);
    await say('skip');
    expect(await seen('Question 7 of about')).toBe(true);
    await say('skip');
    expect(await seen('Question 8 of 8')).toBe(true);
    await press('4');
    expect(await seen('Check-in,')).toBe(true);
    await operator.getByRole('tab', { name: 'Home' }).click();
    expect(
      await operator
        .locator('.home', { hasText: 'Call two dealers' })
        .waitFor()
        .then(() => true),
    ).toBe(true);
  });

  it('does the same in Chinese, by chat', async () => {
    await visit('zh-CN');
    await press('我是运营者，开始');
    expect(await seen('你在运营哪个账号')).toBe(true);
    await say('示例号');
    expect(await seen('在哪些平台上')).toBe(true);
    await say('抖音');
    expect(await seen('哪位负责人')).toBe(true);
    await say('@负责人');
    expect(await seen('每天几点来问你')).toBe(true);
    await say('下午五点半');
    await press('开始今日小结');
    expect(await seen('今天往前推了哪些事')).toBe(true);
    await say('写稿');
    expect(await seen('第 2 题')).toBe(true);
    await press('跳过');
    expect(await seen('明天最要紧的一件事')).toBe(true);
    await say('更新文章');
    expect(await seen('这是每天都在做的事')).toBe(true);
    await say('明早 10 点前给两位经销商打电话，问被问最多的问题');
    expect(await seen('有卡住的地方吗')).toBe(true);
    await press('没有，都顺');
    expect(await seen('今天看一个数')).toBe(true);
    await say('十二');
    expect(await seen('今天从读者那里知道了什么')).toBe(true);
    await say('跳过');
    expect(await seen('第 7 题')).toBe(true);
    await press('跳过');
    expect(await seen('今天的状态怎么样')).toBe(true);
    await press('4');
    expect(await seen('今日小结 ·')).toBe(true);
    await press('就做这个');
    expect(await seen('好，就做这个')).toBe(true);
  });

  it.each(FORMS)('does the same by form, and shows what is wrong where it is: $locale', async (words) => {
    await visit(words.locale);
    const form = operator.getByRole('dialog');
    const send = (): Promise<void> => form.getByRole('button', { name: words.send }).click();
    await press(words.begin);
    await press(words.form);
    await form.waitFor();
    await send();
    await form.getByText(words.missing).first().waitFor();
    await form.getByRole('textbox').first().fill(words.account);
    await form.getByRole('checkbox', { name: words.platform }).check();
    await form.locator('select').first().selectOption({ label: words.manager });
    await send();
    await form.waitFor({ state: 'detached' });

    await press(words.checkIn);
    expect(await seen(words.first)).toBe(true);
    await press(words.form);
    await form.waitFor();
    await form.locator('details.many summary').first().click();
    await form.getByRole('checkbox').first().check();
    await form.getByLabel(words.planLabel).fill(words.plan);
    await form.getByText(words.clear).click();
    await send();
    await form.waitFor({ state: 'detached' });
    expect(await seen(words.plan)).toBe(true);
    expect(await operator.getByRole('button', { name: words.edit }).last().isVisible()).toBe(true);
  });
});
