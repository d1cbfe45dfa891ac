import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const script = (name: string): string => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

async function run(name: string, args: readonly string[], typed = '') {
  const child = spawn(process.execPath, [script(name), ...args]);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(typed);
  const [said, wrong, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { said, wrong, code };
}

describe('npm run review', () => {
  it('grades a line an answer, in their order, and says nothing else', async () => {
    const { said, wrong, code } = await run(
      'review.ts',
      ['--question', 'C2', '--locale', 'zh-CN'],
      '继续更新文章\n打电话给经销商\n明早10点前给2位经销商打电话\n',
    );
    expect(said.split('\n').map((line) => line.slice(0, 16))).toEqual([
      '{"grade":"vague"',
      '{"grade":"partia',
      '{"grade":"sharp"',
      '',
    ]);
    expect(JSON.parse(said.split('\n')[1] ?? '')).toEqual({ grade: 'partial', flags: ['no-when'] });
    expect({ wrong, code }).toEqual({ wrong: '', code: 0 });
  });

  const EMPTY = { grade: 'vague', flags: ['empty'] };
  const SHORT = { grade: 'vague', flags: ['no-object', 'no-when'] };
  it.each([
    ['an empty line', 'call\n\ncall\n', [SHORT, EMPTY, SHORT]],
    ['blanks alone', '  \t\n', [EMPTY]],
    ['lines that Windows ends', 'call\r\n\r\ncall\r\n', [SHORT, EMPTY, SHORT]],
    ['a last line that nobody ended', 'call\ncall', [SHORT, SHORT]],
    ['nothing at all', '', []],
  ])('answers every line: %s', async (_, typed, judged) => {
    const { said, code } = await run('review.ts', ['--question', 'C2'], typed);
    const lines = said.split('\n').slice(0, -1);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(judged);
    expect(code).toBe(0);
  });

  it('is quick with ten thousand answers', async () => {
    const before = performance.now();
    const { said } = await run(
      'review.ts',
      ['--question', 'C5'],
      '客户电话里问：梅雨季该换哪种润滑脂？\n'.repeat(10_000),
    );
    expect(said.split('\n').length).toBe(10_001);
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  it.each([
    [['--question', 'Z9']],
    [[]],
    [['--question', 'C2', '--locale', 'fr']],
    [['--question']],
    [['--question', '__proto__']],
  ])('lists the questions and the locales when it knows one of them not: %j', async (args) => {
    const { said, wrong, code } = await run('review.ts', args, 'call\n');
    expect(wrong).toMatch(/questions: .*C2, C3, C5[^]*locales: en, zh-CN/);
    expect({ said, code }).toEqual({ said: '', code: 1 });
  });
});
