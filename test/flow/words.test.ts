import { readdir, readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';
import { z } from 'zod';

const catalogs = await Promise.all(
  ['en', 'zh-CN'].map(async (locale) =>
    z.record(z.string(), z.string()).parse(JSON.parse(await readFile(`locales/${locale}.json`, 'utf8'))),
  ),
);

const COMMANDS = ['back', 'skip', 'stop', 'help', 'repeat', 'later', 'keep', 'change', 'light'];

/** What the engine says itself: every `conversation.…` in its source, every `retry.…` of its refusals. */
async function engineKeys(): Promise<string[]> {
  const names = await readdir('src/flow');
  const sources = await Promise.all(names.map((name) => readFile(`src/flow/${name}`, 'utf8')));
  const said = sources
    .flatMap((source) => source.match(/'conversation\.[a-z-]+'/g) ?? [])
    .map((key) => key.slice(1, -1));
  const refused = sources
    .flatMap((source) => [...source.matchAll(/refuse\('([a-z-]+)'/g)])
    .map(([, why]) => `retry.${why}`);
  return [...new Set([...said, ...refused, 'person', 'literal'])];
}

it('every language has the words of the engine', async () => {
  const keys = [...(await engineKeys()), ...COMMANDS.flatMap((command) => [`command.${command}`, `words.${command}`])];
  expect(keys.length).toBeGreaterThan(50);
  for (const catalog of catalogs) expect(keys.filter((key) => !catalog[key])).toEqual([]);
});

it('no word means two commands', () => {
  const words = catalogs.flatMap((catalog) =>
    COMMANDS.flatMap((command) =>
      (catalog[`words.${command}`] ?? '').split('|').map((word) => [word, command] as const),
    ),
  );
  const twice = words.filter(([word, command]) => words.some(([other, meant]) => other === word && meant !== command));
  expect(twice).toEqual([]);
});
