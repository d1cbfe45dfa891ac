import { access } from 'node:fs/promises';

import { chromium, type Browser } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run'];
const OFFLINE = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A real browser without a window, with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: await findChromium(), headless: true, args: [...QUIET, ...OFFLINE] });
}

async function findChromium(): Promise<string> {
  const asked = process.env['CHROMIUM_PATH'];
  for (const path of asked ? [asked] : PATHS) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new Error('The browser tests need Chromium: apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH.');
}
