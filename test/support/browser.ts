import { chromium, type Browser } from 'playwright-core';

import { findChromium, NO_CHROMIUM } from './chromium.ts';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run'];
const OFFLINE = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A real browser without a window, with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  return await chromium.launch({ executablePath, headless: true, args: [...QUIET, ...OFFLINE] });
}
