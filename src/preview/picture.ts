import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { WebClient } from '@slack/web-api';

import { createChart } from '../chart/create-chart.ts';
import type { Locale } from '../coaching/member.ts';
import { newMember } from '../coaching/new-member.ts';
import type { Translate } from '../coaching/ports.ts';
import { startPlayground, type Playground } from '../playground/playground.ts';
import { createSlackMessenger } from '../slack/messenger.ts';
import type { Catalogs } from '../translate.ts';
import { createMemoryJournal } from './memory-journal.ts';
import type { Message } from './messages.ts';
import { MANAGER, OPERATOR } from './week-live.ts';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const SHOWN_MS = 15_000;
const NOW = new Date('2026-11-23T01:31:00Z');

export type Pictures = {
  /** Takes the picture of a message as the playground's page draws it; gives the file's path. */
  take(message: Message): Promise<string>;
  stop(): Promise<void>;
};

type Options = {
  readonly locale: Locale;
  readonly out: string;
  readonly catalogs: Catalogs;
  readonly translate: Translate;
};

/** Null where there is no browser to take pictures with. */
export async function openPictures({ locale, out, catalogs, translate }: Options): Promise<Pictures | null> {
  const browser = await openBrowser();
  if (!browser) return null;
  await mkdir(out, { recursive: true });
  const playground = await startPlayground({
    host: '127.0.0.1',
    port: 0,
    journal: createMemoryJournal(locale),
    catalogs,
    warn: console.error,
  });
  const page = await browser.newPage({ viewport: { width: 1240, height: 3200 }, deviceScaleFactor: 2, locale });
  await page.goto(playground.url);
  const messenger = messengerOn(playground, translate);
  return {
    async take({ name, to, parts }) {
      const id = to === 'manager' ? MANAGER : OPERATOR;
      const profile = { name: '', locale, zone: 'Asia/Shanghai', kind: 'person' } as const;
      const member = { ...newMember(id, profile), inbox: to === 'manager' ? 'D0MANAGER0' : 'D0OPERATOR' };
      const leaseUntil = new Date(NOW.getTime() + 60_000).toISOString();
      const post = { id: name, parts: [...parts], leaseUntil, then: [], bulk: false };
      const { ts } = await messenger.deliver(member, post, false);
      const article = page.locator(`.desk[data-person="${to}"] article[data-ts="${ts}"]`);
      await article.waitFor({ timeout: SHOWN_MS });
      for (const picture of await article.locator('img.picture').all()) {
        await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
      }
      const file = join(out, `${name}.${locale}.png`);
      await article.screenshot({ path: file });
      return file;
    },
    async stop() {
      await browser.close();
      await playground.stop();
    },
  };
}

/** Taking pictures is for authors: a machine without a browser, or without its driver, does without. */
async function openBrowser() {
  try {
    const { chromium } = await import('playwright-core');
    return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  } catch {
    return null;
  }
}

function messengerOn({ slack }: Playground, translate: Translate) {
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  return createSlackMessenger({
    clientFor: async () => client,
    translate,
    now: () => NOW,
    drawChart: createChart(translate),
    // A file is made out of what is kept, and nothing is kept here: that there is one is seen by its link.
    writeFile: async ({ name }) => new TextEncoder().encode(name),
  });
}
