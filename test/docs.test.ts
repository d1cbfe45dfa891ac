import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { ACCESS, ACTOR_ROLES } from '../src/coaching/access.ts';

const root = new URL('../', import.meta.url);
const read = (name: string): Promise<string> => readFile(new URL(name, root), 'utf8');
const Package = z.object({ scripts: z.record(z.string(), z.string()) });

describe.each(['README.md', 'AGENTS.md'])('%s', (name) => {
  it('cites only files that exist', async () => {
    const cited = [...(await read(name)).matchAll(/`((?:src|flows|locales|test)\/[\w./*-]+|[\w-]+\.(?:yml|md))`/g)];
    const gone = cited.map(([, path = '']) => path).filter((path) => !existsSync(new URL(path, root)));
    expect(cited.length).toBeGreaterThan(2);
    expect(gone).toEqual([]);
  });

  it('names only commands that exist', async () => {
    const { scripts } = Package.parse(JSON.parse(await read('package.json')));
    const named = [...(await read(name)).matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

it('README stays readable: 120 lines, AGENTS 60', async () => {
  expect((await read('README.md')).split('\n').length).toBeLessThanOrEqual(120);
  expect((await read('AGENTS.md')).split('\n').length).toBeLessThanOrEqual(60);
});

it('README says of each role what it may do, as the code does', async () => {
  const table = Object.fromEntries(
    [...(await read('README.md')).matchAll(/^\| (\w+) +\| ((?:`[\w-]+`(?:, )?)+|nothing) *\|$/gm)].map(
      ([, who = '', may = '']) => [who, [...may.matchAll(/`([\w-]+)`/g)].map(([, deed]) => deed)],
    ),
  );
  const deeds = Object.entries(ACCESS);
  const expected = ACTOR_ROLES.map((role) => [
    role,
    deeds.flatMap(([deed, roles]) => (roles.some((one) => one === role) ? [deed] : [])),
  ]);
  expect(table).toEqual(Object.fromEntries(expected));
});
