import { describe, expect, it } from 'vitest';

import { changed } from '../../src/coaching/account-change.ts';
import { Account, type Snapshot } from '../../src/coaching/account.ts';
import { takenParts } from '../../src/coaching/numbers-taken.ts';
import { readContent } from '../../src/content.ts';
import { createTranslate } from '../../src/translate.ts';

const { catalogs } = await readContent(new URL('../../', import.meta.url));
const translate = createTranslate(catalogs);

const number = (n: number, name: string, value: number): Snapshot => ({
  subject: `p${n}`,
  name,
  value,
  on: `2026-11-${String(n + 7).padStart(2, '0')}`,
  age: 7,
  source: 'form',
});
const items = Array.from({ length: 9 }, (_, n) => ({
  id: `p${n + 1}`,
  operator: 'T1:U1',
  date: `2026-11-0${n + 1}`,
  title: `Piece ${n + 1}`,
  intent: 'value',
  pillar: '',
  slot: 'lead',
  requestedBy: 'operator',
}));
const known = (count: number, delivered: number): Snapshot[] =>
  Array.from({ length: count }, (_, n) => [
    number(n + 1, 'readers', 300),
    number(n + 1, 'sharers', 9),
    number(n + 1, 'delivered', delivered),
  ]).flat();

function said(before: readonly Snapshot[], numbers: readonly Snapshot[], locale: 'en' | 'zh-CN' = 'en'): string {
  const whole = { v: 1, id: 'T1:a', name: 'A', platforms: [], operators: ['T1:U1'], manager: null };
  const account = changed(Account.parse({ ...whole, items, numbers: before }), {
    kind: 'numbers',
    numbers: [...numbers],
  });
  return takenParts(account, { numbers, notKept: [] })
    .flatMap((part) => (part.kind === 'block' ? part.lines : []))
    .map((line) => translate(locale, line))
    .join('\n');
}
const ninth = (sharers: number, delivered = 5000) => [
  number(9, 'readers', 300),
  number(9, 'sharers', sharers),
  number(9, 'delivered', delivered),
];

const week = (day: number, value: number): Snapshot => ({
  subject: 'account',
  name: 'inquiries',
  value,
  on: day > 0 ? `2026-11-${String(day).padStart(2, '0')}` : `2026-10-${31 + day}`,
  age: null,
  source: 'form',
});

describe('what is said of numbers that were taken', () => {
  it('is that they are within normal variation, or above or below it', () => {
    expect(said(known(8, 5000), ninth(12))).toContain('share rate 4% beside your usual 3% is *normal variation*');
    expect(said(known(8, 5000), ninth(30))).toContain('share rate 10% is above your usual 3%');
    expect(said(known(8, 5000), ninth(0))).toContain('share rate 0% is below your usual 3%');
    expect(said(known(8, 5000), ninth(30), 'zh-CN')).toContain('分享率 10%，高于你平时的 3%，超出了正常波动');
  });

  it('counts people where few were reached', () => {
    expect(said(known(8, 800), ninth(12, 800))).toContain('12 of 300 people beside your usual 9 of 300 people');
  });

  it('is that it is too early where there are too few', () => {
    expect(said(known(4, 5000), ninth(12))).toContain('with 5 pieces at the same age it is too early to say');
  });

  it('is of the account’s own weeks where they are the account’s', () => {
    const before = [week(15, 4), week(8, 5), week(1, 6), week(-6, 4), week(-13, 5)];
    expect(said(before, [week(22, 9)])).toBe(
      'Noted for A, the week from November 16 to November 22: inquiries 9.\n' +
        'What it means: inquiries 9 is above your usual 5, and by more than normal variation. ' +
        'Worth noting down what was different this time.',
    );
    expect(said(before.slice(1), [week(22, 9)])).not.toContain('What it means');
  });
});
