import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { run } from '../process/run.ts';
import { actAt, seenAt, timeOf } from '../support/seen.ts';

it(
  'a playground with a Redis of its own starts over, at the same address and in the same language',
  { timeout: 60_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bearings-over-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 20 }));
    const playground = run({ PORT: '0', BEARINGS_DATA_DIR: dir, BEARINGS_COMPANY: 'empty' });
    onTestFinished(() => playground.end('SIGKILL').then(() => {}));
    const [, url = ''] = await playground.says(/open (http:\S+)/);
    const operatorsTexts = async (): Promise<string[]> =>
      (await seenAt(url)).desks.operator.messages.map(({ text }) => text);
    await actAt(url, { kind: 'language', locale: 'zh-CN' });
    await actAt(url, { kind: 'open', person: 'operator', tab: 'home' });
    await expect.poll(operatorsTexts).toHaveLength(1);
    await actAt(url, { kind: 'clock', to: 'friday' });
    expect(timeOf(await seenAt(url)).getTime()).toBeGreaterThan(Date.now() + 60_000);

    expect((await seenAt(url)).mayStartOver).toBe(true);
    await actAt(url, { kind: 'start-over', company: 'empty' }).catch(() => {});
    await expect.poll(() => operatorsTexts().catch(() => null)).toEqual([]);
    const fresh = await seenAt(url);
    expect(fresh.locale).toBe('zh-CN');
    expect(Math.abs(timeOf(fresh).getTime() - Date.now())).toBeLessThan(5_000);
    await actAt(url, { kind: 'open', person: 'operator', tab: 'home' });
    await expect.poll(operatorsTexts).toHaveLength(1);
    expect((await playground.end('SIGTERM')).code).toBe(0);
  },
);
