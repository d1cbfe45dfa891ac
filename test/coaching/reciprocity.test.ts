import { describe, expect, it } from 'vitest';

import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import type { Account, ManagerEvent } from '../../src/coaching/account.ts';
import { reciprocityLines, reciprocityOf } from '../../src/coaching/reciprocity.ts';
import { accountOf, sayIn } from '../support/weeks.ts';

const TODAY = '2026-11-26';
const digests = (...on: string[]): Account['digests'] =>
  on.map((day, i) => ({ week: `2026-W4${i}`, on: day, whole: true }));
const events = (...on: [ManagerEvent['kind'], string][]): ManagerEvent[] =>
  on.map(([kind, day]) => ({ id: `${kind}-${day}`, kind, on: day }));
const of = (known: Partial<Account>) => reciprocityOf(accountOf(known), TODAY, MONDAY_TO_FRIDAY);

describe('what comes back', () => {
  it('is counted by update: one answer or five before the next are the same', () => {
    const known = {
      digests: digests('2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'),
      events: events(['replied', '2026-11-03'], ['thanked', '2026-11-03'], ['answered_ask', '2026-11-23']),
    };
    expect(of(known)).toEqual({ answered: 2, of: 4, quietDays: 3 });
  });

  it('does not count the latest update against anybody', () => {
    const known = { digests: digests('2026-11-16', '2026-11-23'), events: events(['replied', '2026-11-17']) };
    expect(of(known)).toMatchObject({ answered: 1, of: 1 });
  });

  it('takes looking for nothing: only doing something counts', () => {
    const known = { digests: digests('2026-11-16', '2026-11-23'), events: events(['viewed_digest', '2026-11-17']) };
    expect(of(known)).toEqual({ answered: 0, of: 1, quietDays: null });
  });

  it('looks back on eight updates', () => {
    const mondays = ['09-07', '09-14', '09-21', '10-12', '10-19', '10-26', '11-02', '11-09', '11-16', '11-23'];
    const known = {
      digests: digests(...mondays.map((day) => `2026-${day}`)),
      events: events(['replied', '2026-09-08']),
    };
    expect(of(known)).toMatchObject({ answered: 0, of: 8 });
  });

  it.each(['en', 'zh-CN'] as const)('is said as a fact, and not before there is one: %s', (locale) => {
    const line = (known: Partial<Account>): string | null => {
      const [text] = reciprocityLines(accountOf(known), TODAY, MONDAY_TO_FRIDAY);
      return text ? sayIn(locale)(text) : null;
    };
    const two = digests('2026-11-16', '2026-11-23');
    expect(line({ digests: digests('2026-11-23') })).toBeNull();
    expect(line({ digests: two })).toBe(
      locale === 'en'
        ? 'The digest before this one has no answer from you yet. One press or one sentence counts.'
        : '上一期周报，还没有您的回应。点一下，或者写一句话，都算。',
    );
    expect(line({ digests: two, events: events(['replied', '2026-11-16'], ['replied', '2026-11-26']) })).toBe(
      locale === 'en'
        ? 'You answered 2 of the last 2 digests. Your last answer: today.'
        : '最近 2 期周报，您回应了 2 期。上一次回应：今天。',
    );
  });
});
