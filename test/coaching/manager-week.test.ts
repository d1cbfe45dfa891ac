import { describe, expect, it } from 'vitest';

import type { ManagerEvent } from '../../src/coaching/account.ts';
import type { Member } from '../../src/coaching/member.ts';
import { NEVER_SAID } from '../../src/coaching/nudge-state.ts';
import { createManaged } from '../support/managing.ts';
import { accountOf, MANAGER, OPERATOR } from '../support/weeks.ts';

/** The third working day of its week, ten o’clock in Shanghai. */
const WEDNESDAY = '2026-11-25';
const at = (date: string): string => `${date}T02:00:00Z`;
const weeksLater = (weeks: number): string =>
  new Date(Date.parse(WEDNESDAY) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

/** A manager whose other routines are done with, so that only the question can be due. */
const managing = (known: Partial<Member> = {}): Partial<Member> & Pick<Member, 'id'> => ({
  id: MANAGER,
  welcomedOn: null,
  manages: ['T1:a'],
  occurred: { 'manager-week:T1:a': '2026-11-18', 'digest:T1:a': '2027-12-01', 'manager-nudge': '2027-12-01' },
  ...known,
});

const event = (kind: ManagerEvent['kind'], on: string): ManagerEvent => ({ id: `${kind}-${on}`, kind, on });

const asked = (lines: string[]): number => lines.filter((line) => line.startsWith('A question about')).length;

describe('the question of the week', () => {
  it('comes on the third working day, and its answer reaches those who run the account', async () => {
    const stage = await createManaged({ members: [managing()] });
    await stage.due(MANAGER, '2026-11-25T01:59:00Z');
    expect(stage.linesTo(MANAGER)).toEqual([]);
    await stage.due(MANAGER, at(WEDNESDAY));
    expect(stage.linesTo(MANAGER)[0]).toMatch(/^A question about Fewer Breakdowns: /);
    await stage.hearAt(MANAGER, new Date(at(WEDNESDAY)), 'Call the repair lead');
    expect(stage.linesTo(OPERATOR)[0]).toMatch(
      /^@U2 answered this week’s question about Fewer Breakdowns\. .+: “Call the repair lead”$/,
    );
    expect((await stage.account()).events).toMatchObject([{ kind: 'answered_question', on: WEDNESDAY }]);
    expect((await stage.member(OPERATOR)).fromManager).toHaveLength(1);
  });

  it('is another one each week, eight in turn', async () => {
    const stage = await createManaged({ members: [managing()] });
    for (let week = 0; week < 8; week += 1) {
      await stage.due(MANAGER, at(weeksLater(week)));
      await stage.hearAt(MANAGER, new Date(at(weeksLater(week))), 'skip');
    }
    const questions = stage.linesTo(MANAGER).filter((line) => line.startsWith('A question about'));
    expect(new Set(questions).size).toBe(8);
    expect(stage.linesTo(OPERATOR)).toEqual([]);
  });

  it('rests after two without an answer, until the manager does anything', async () => {
    const stage = await createManaged({ members: [managing()] });
    for (const week of [0, 1, 2, 3]) await stage.due(MANAGER, at(weeksLater(week)));
    expect(asked(stage.linesTo(MANAGER))).toBe(2);
    await stage.accounts.update('T1:a', (account) => [
      { ...(account ?? accountOf()), events: [event('thanked', weeksLater(3))] },
      null,
    ]);
    await stage.due(MANAGER, at(weeksLater(4)));
    expect(asked(stage.linesTo(MANAGER))).toBe(3);
  });

  it('is not asked of somebody who wrote something this week; a press is not enough', async () => {
    const wrote = await createManaged({
      account: { events: [event('replied', '2026-11-23')] },
      members: [managing()],
    });
    await wrote.due(MANAGER, at(WEDNESDAY));
    expect(wrote.linesTo(MANAGER)).toEqual([]);
    const pressed = await createManaged({
      account: { events: [event('answered_ask', '2026-11-23'), event('replied', '2026-11-20')] },
      members: [managing()],
    });
    await pressed.due(MANAGER, at(WEDNESDAY));
    expect(asked(pressed.linesTo(MANAGER))).toBe(1);
  });

  it('does not come on top of something else that is open', async () => {
    const stage = await createManaged({ members: [managing()] });
    await stage.pressOther(MANAGER, 'reply', 'T1:a');
    stage.since(MANAGER);
    await stage.due(MANAGER, at(WEDNESDAY));
    expect(asked(stage.linesTo(MANAGER))).toBe(0);
    expect((await stage.member(MANAGER)).session?.flow).toBe('manager-reply');
  });

  it('comes once a week, whatever the number of accounts, about each in turn', async () => {
    const ids = ['T1:a', 'T1:b'];
    const occurred = Object.fromEntries(
      ids.flatMap((id) => [
        [`manager-week:${id}`, '2026-11-18'],
        [`digest:${id}`, '2027-12-01'],
      ]),
    );
    const stage = await createManaged({
      members: [managing({ manages: ids, occurred: { ...occurred, 'manager-nudge': '2027-12-01' } })],
    });
    await stage.accounts.update('T1:b', () => [accountOf({ id: 'T1:b', name: 'Spare Parts' }), null]);
    for (const week of [0, 1]) {
      await stage.due(MANAGER, at(weeksLater(week)));
      await stage.hearAt(MANAGER, new Date(at(weeksLater(week))), 'skip');
    }
    const questions = stage.linesTo(MANAGER).filter((line) => line.startsWith('A question about'));
    expect(questions).toHaveLength(2);
    expect(questions.join('\n')).toMatch(/Fewer Breakdowns[^]*Spare Parts|Spare Parts[^]*Fewer Breakdowns/);
  });

  it('counts with the small reminders: never more than two a week, of both', async () => {
    const said = { ...NEVER_SAID, said: ['2026-11-20', '2026-11-23'] };
    const stage = await createManaged({ members: [managing({ nudges: { 'N06:T1:a': said } })] });
    await stage.due(MANAGER, at(WEDNESDAY));
    expect(stage.linesTo(MANAGER)).toEqual([]);
  });

  it('keeps the small reminder of the same day away', async () => {
    const overdue = { dueOn: '2026-11-18', askedOn: '2026-11-13' };
    const nudged = async (week: string): Promise<string> => {
      const occurred = { 'manager-week:T1:a': week, 'digest:T1:a': '2027-12-01', 'manager-nudge': '2026-11-24' };
      const stage = await createManaged({ members: [managing({ occurred })] });
      await stage.accounts.update('T1:a', (known) => {
        const account = known ?? accountOf();
        return [{ ...account, blockers: [], asks: account.asks.map((ask) => ({ ...ask, ...overdue })) }, null];
      });
      await stage.due(MANAGER, '2026-11-25T02:30:00Z');
      return stage.linesTo(MANAGER).join('\n');
    };
    expect(await nudged('2026-11-25')).toContain('May the guide show a price range?');
    expect(await nudged('2026-11-18')).not.toContain('May the guide show a price range?');
  });

  it('is asked of nobody who runs the account, or has only just been named', async () => {
    const own = await createManaged({ account: { operators: [MANAGER] }, members: [managing()] });
    await own.due(MANAGER, at(WEDNESDAY));
    expect(own.linesTo(MANAGER)).toEqual([]);
    const fresh = await createManaged({ members: [managing({ greetedOn: '2026-11-24' })] });
    await fresh.due(MANAGER, at(WEDNESDAY));
    expect(fresh.linesTo(MANAGER)).toEqual([]);
  });
});
