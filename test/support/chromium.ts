import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where the browser is: `CHROMIUM_PATH`, else the first on PATH. */
export function findChromium(): string | undefined {
  const asked = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = asked ? [asked] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable);
}

export const NO_CHROMIUM =
  'The browser tests need Chromium: apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH.';

/** Somebody without a browser may test all the rest; CI may not pass for having tested less. */
export const mayRunBrowserTests = findChromium() !== undefined || process.env['CI'] === 'true';

/** Says once, before all tests, what will be skipped. */
export function setup(): void {
  if (!mayRunBrowserTests) process.stderr.write(`\nSKIPPED: the browser tests. ${NO_CHROMIUM}\n\n`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
