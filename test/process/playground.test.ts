import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

import { run } from './run.ts';

const Message = z.object({ author: z.string(), text: z.string(), ts: z.string(), edited: z.boolean() });
const All = z.object({ desks: z.object({ operator: z.object({ messages: z.array(Message) }) }) });

/** The playground as `npm start` starts it, and what its page does and sees. */
async function play(dir: string) {
  const playground = run({ PORT: '0', BEARINGS_DATA_DIR: dir, BEARINGS_COMPANY: 'empty' });
  onTestFinished(() => playground.end('SIGKILL').then(() => {}));
  const [, url = ''] = await playground.says(/open (http:\S+)/);
  return {
    ...playground,
    /** Does something as the operator, and says what came of it. */
    async act(act: object): Promise<unknown> {
      const body = JSON.stringify({ person: 'operator', ...act });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${url}/act`, { method: 'POST', headers, body })).json();
    },
    async messages(): Promise<z.infer<typeof Message>[]> {
      const news = (await fetch(`${url}/news`)).body?.pipeThrough(new TextDecoderStream()).getReader();
      let told = '';
      while (!/^data: .*\n\n/m.test(told)) told += (await news?.read())?.value ?? '';
      await news?.cancel();
      return All.parse(JSON.parse(/^data: (.*)$/m.exec(told)?.[1] ?? '')).desks.operator.messages;
    },
  };
}

const texts = async (playground: Awaited<ReturnType<typeof play>>) =>
  (await playground.messages()).map(({ text }) => text);

it(
  'a playground that is killed in the middle of a conversation goes on where it was',
  { timeout: 60_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bearings-play-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 20 }));
    const first = await play(dir);
    await first.act({ kind: 'say', text: 'checkin' });
    await expect.poll(async () => (await texts(first)).at(-1)).toContain('Which account do you run?');
    await first.act({ kind: 'say', text: 'Example Notes' });
    await expect.poll(async () => (await texts(first)).at(-1)).toContain('Where does it live?');
    // The question that was answered is folded after the next one is asked.
    await expect.poll(async () => (await texts(first)).join('\n')).toContain('✓');
    const before = await first.messages();
    // What is in Redis' file is what a second ago was in its memory: appendfsync everysec loses nothing to a killed process.
    await first.end('SIGKILL');

    const second = await play(dir);
    expect(await second.messages()).toEqual(before);
    await second.act({ kind: 'say', text: '4' });
    await expect.poll(async () => (await texts(second)).at(-1)).toContain('Who answers for the account');

    // Killed before it could say anything of an answer that it had kept.
    await second.act({ kind: 'say', text: 'skip' });
    await second.end('SIGKILL');
    const third = await play(dir);
    await expect.poll(async () => (await texts(third)).at(-1)).toContain('When in the day');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await texts(third)).filter((text) => text.includes('When in the day'))).toHaveLength(1);
    expect((await third.end('SIGTERM')).code).toBe(0);
  },
);
