import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Locator, Page } from 'playwright-core';

import { readContent } from '../../src/content.ts';
import { createLog } from '../../src/ops/log.ts';
import { runPlayground } from '../../src/playground/run.ts';
import { openBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';

/** The pictures of the README: `npm run pictures` lives through the playground's example company and looks on. */
const root = new URL('../../', import.meta.url);
const OUT = fileURLToPath(new URL('pictures/', root));
const SIZE = { width: 1200, height: 860 };
const LIVES_MS = 180_000;

const content = await readContent(root);
const browser = await openBrowser();
type Scene = (page: Page, words: Readonly<Record<string, string>>) => Promise<void>;

/** Plays a scene in a playground of its own, which leaves nothing behind. */
async function of(locale: string, scene: Scene): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bearings-pictures-'));
  const port = await freePort();
  const company = scene === week ? 'example' : 'empty';
  const config = {
    slack: null,
    redisUrl: null,
    host: '127.0.0.1',
    port,
    logLevel: 'silent',
    dataDir,
    company,
  } as const;
  const running = await runPlayground(config, content, createLog('silent'));
  try {
    const context = await browser.newContext({ locale: locale === 'en' ? 'en-US' : locale, viewport: SIZE });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}`);
    await scene(page, content.catalogs[locale] ?? {});
    await context.close();
  } finally {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const desk = (page: Page, person: string): Locator => page.locator(`section.desk[data-person=${person}]`);
const shown = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(OUT, `${name}.png`) });
const settle = (page: Page): Promise<void> => page.waitForTimeout(1_500);

/** Monday after two weeks: the operator's messages, the manager's digest. */
async function week(page: Page): Promise<void> {
  await desk(page, 'manager').locator('.message img.picture').first().waitFor({ timeout: LIVES_MS });
  await page.locator('.moves button:enabled').first().waitFor({ timeout: LIVES_MS });
  for (const person of ['operator', 'manager']) await desk(page, person).getByRole('tab').first().click();
  await settle(page);
  const digest = desk(page, 'manager')
    .locator('.message', { has: page.locator('img.picture') })
    .last();
  await digest.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await settle(page);
  await shown(page, 'week');
}

/** An admin sets up an account; its operator hears of it. */
async function setUp(page: Page, words: Readonly<Record<string, string>>): Promise<void> {
  const word = (key: string): string => words[key] ?? key;
  await desk(page, 'operator').locator('.message').first().waitFor();
  await desk(page, 'operator').locator('select.whose').selectOption('admin');
  const admin = desk(page, 'admin');
  await admin.getByRole('tab').nth(1).click();
  await admin
    .getByRole('button', { name: word('home.press.set-up') })
    .first()
    .click();
  await admin.locator('input[type=text]').first().fill('水泵周刊');
  await admin.locator('input[type=checkbox]').first().check();
  await admin.locator('details.many summary').last().click();
  await admin.locator('details.many[open] label').first().click();
  await page.keyboard.press('Escape');
  await admin
    .locator('select:not(.whose)')
    .first()
    .selectOption({ label: word('playground.person.manager') });
  await admin
    .getByRole('button', { name: word('setup.submit'), exact: true })
    .last()
    .click();
  await admin
    .getByRole('button', { name: word('slack.form.close') })
    .last()
    .click();
  await desk(page, 'manager').locator('select.whose').selectOption('operator');
  await desk(page, 'operator').getByRole('tab').first().click();
  await settle(page);
  await shown(page, 'set-up');
}

await mkdir(OUT, { recursive: true });
await of('en', week);
await of('zh-CN', setUp);
await browser.close();
