import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const TALK = fileURLToPath(new URL('../src/talk.ts', import.meta.url));

/** Plays these lines in the terminal, and ends it as Ctrl-D would. */
async function talk(args: readonly string[], lines: readonly string[] = []) {
  const child = spawn(process.execPath, [TALK, ...args]);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [said, wrong, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { said, wrong, code };
}

const DAYS = [
  ['en', ['1', 'skip', 'Before 10, call two dealers', 'all clear', '12', 'skip', 'skip', '4'], /Check-in, \w+day, /],
  [
    'zh-CN',
    ['写稿', '跳过', '明早10点前给两位经销商打电话', '没有，都顺', '十二', '跳过', '跳过', '4'],
    /今日小结 · .+星期/,
  ],
] as const;

describe('a flow in the terminal', () => {
  it.each(DAYS)('goes from the first question to the card: %s', async (locale, lines, card) => {
    const { said, wrong, code } = await talk(['daily-check-in', '--locale', locale], lines);
    expect(said).toMatch(card);
    expect(said).not.toMatch(/\*\S|<@|\d{4}-\d\d-\d\d/);
    expect({ wrong, code }).toEqual({ wrong: '', code: 0 });
  });

  it('takes whoever is named with @, and says goodbye at Ctrl-D', async () => {
    const { said, code } = await talk(['onboarding-operator', '--locale', 'zh-CN'], ['示例号', '1', '@负责人']);
    expect(said).toMatch(/每天几点来问你[^]*下次见/);
    expect(code).toBe(0);
  });

  it.each([[[]], [['nothing']], [['daily-check-in', '--locale', 'fr']]])('says how it is used: %j', async (args) => {
    const { wrong, code } = await talk(args);
    expect(wrong).toMatch(/npm run talk[^]*daily-check-in/);
    expect(code).toBe(1);
  });
});
