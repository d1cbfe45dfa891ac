import { parse } from 'csv-parse/sync';
import { Redis } from 'ioredis';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { Locale } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { readContent } from '../../src/content.ts';
import { createLog } from '../../src/ops/log.ts';
import { IDS } from '../../src/playground/page/people.ts';
import { runPlayground } from '../../src/playground/run.ts';
import { createRedisAccounts } from '../../src/redis/accounts.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { createRedisPositions } from '../../src/redis/positions.ts';
import { openBrowser } from '../support/browser.ts';
import { mayRunBrowserTests } from '../support/chromium.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { positionOf, versionOf } from '../support/positions.ts';

const TEAM = 'T000000001';
const OPERATOR = `${TEAM}:${IDS.operator.user}`;
const MANAGER = `${TEAM}:${IDS.manager.user}`;
const ID = `${TEAM}:account-of-${IDS.operator.user}`;

const url = await ownDatabase();
const redis = new Redis(url);
const content = await readContent(new URL('../../', import.meta.url));

let browser: Browser;
let context: BrowserContext;
let page: Page;
let operator: Locator;
let manager: Locator;
let port = 0;
let running: { stop: () => Promise<void> };

/** An operator who has worked out two elements and shared one of them. */
async function seed(locale: Locale): Promise<void> {
  const members = createRedisMembers(redis);
  const known = { greetedOn: '2026-11-02', localeChosen: true } as const;
  const profile = { name: '', locale, zone: 'Asia/Shanghai', kind: 'person' } as const;
  const people = [
    { ...newMember(OPERATOR, profile), ...known, welcomedOn: '2026-11-02', account: ID, manager: MANAGER },
    { ...newMember(MANAGER, profile), ...known, manages: [ID] },
  ];
  for (const member of people) await members.update(member.id, () => ({ member, result: null }));
  const account = Account.parse({
    v: 1,
    id: ID,
    name: '少坏一次',
    platforms: [],
    operators: [OPERATOR],
    manager: MANAGER,
  });
  await createRedisAccounts(redis).update(ID, () => [account, null]);
  const by = OPERATOR;
  const purpose = versionOf('v1', { promise: '=每周三一个办法' }, { by, sharedOn: '2026-11-03' });
  const audience = versionOf('v2', { role: '设备科科长', need: '检查前两周' }, { by });
  const position = { ...positionOf({ purpose: [purpose], audience: [audience] }), account: ID };
  await createRedisPositions(redis).update(ID, () => [position, null]);
}

async function visit(locale: string): Promise<void> {
  context = await browser.newContext({ locale });
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}`);
  operator = page.locator('[data-person=operator]');
  manager = page.locator('[data-person=manager]');
}

const say = async (who: Locator, line: string): Promise<void> => {
  await who.locator('.composer textarea').fill(line);
  await who.locator('.composer textarea').press('Enter');
};
const seen = (what: Locator): Promise<boolean> => what.waitFor().then(() => true);

beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await redis.flushdb();
  port = await freePort();
  const config = { slack: null, redisUrl: url, host: '127.0.0.1', port, logLevel: 'silent', dataDir: null } as const;
  running = await runPlayground({ ...config, company: 'empty' }, content, createLog('silent'));
});
afterEach(async () => {
  await context.close();
  await running.stop();
});

const WORDS = [
  {
    locale: 'en',
    spoken: 'en-US',
    show: 'show',
    export: 'export',
    all: 'Everything, to read',
    home: 'Home',
    done: 'worked out',
  },
  { locale: 'zh-CN', spoken: 'zh-CN', show: '画布', export: '导出', all: '完整文档', home: '主页', done: '已经做完' },
] as const;

describe.skipIf(!mayRunBrowserTests).each(WORDS)('the position on the page, in $locale', (words) => {
  it('is a picture of one page for each, with what they may see', async () => {
    await seed(words.locale);
    await visit(words.spoken);
    for (const [who, hidden] of [
      [operator, false],
      [manager, true],
    ] as const) {
      await say(who, `/positioning ${words.show}`);
      const picture = who.locator('img.picture');
      await picture.waitFor();
      const width = await picture.evaluate((image) =>
        image instanceof HTMLImageElement ? image.decode().then(() => image.naturalWidth) : 0,
      );
      expect(width).toBe(2000);
      expect(await seen(who.getByText('每周三一个办法').first())).toBe(true);
      expect((await who.getByText('设备科科长').count()) === 0).toBe(hidden);
    }
  });

  it('is handed over as files that the browser keeps, a table without formulas among them', async () => {
    await seed(words.locale);
    await visit(words.spoken);
    await say(operator, `/positioning ${words.export}`);
    expect(await seen(operator.getByText(words.all))).toBe(true);
    const links = await operator
      .locator('.message a[href*="/file/"]')
      .evaluateAll((all) => all.flatMap((one) => (one instanceof HTMLAnchorElement ? [one.href] : [])));
    const table = await fetch(links.find((link) => link.endsWith('.csv')) ?? '');
    expect(table.headers.get('content-disposition')).toContain('attachment');
    const rows: string[][] = parse(await table.text(), { bom: true });
    expect(rows[1]?.[1]).toContain('=每周三一个办法');
    expect(rows.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    const document = await fetch(links.find((link) => link.endsWith('.md')) ?? '');
    expect(document.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await document.text()).toMatch(/^# .*少坏一次/);
  });

  it('has its progress and the next step on the Home tab, and a typed command is meant as it is', async () => {
    await seed(words.locale);
    await visit(words.spoken);
    await say(operator, '/positioning');
    expect(await seen(operator.locator('.whispered', { hasText: words.done }))).toBe(true);
    await operator.getByRole('tab', { name: words.home }).click();
    expect(await seen(operator.getByText(words.done))).toBe(true);
  });
});
