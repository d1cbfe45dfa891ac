import { describe, expect, it } from 'vitest';

import type { Account } from '../../src/coaching/account.ts';
import { digestOf } from '../../src/coaching/digest.ts';
import { markOf } from '../../src/coaching/thanks.ts';
import { literal } from '../../src/flow/text.ts';
import { createManaged } from '../support/managing.ts';
import { accountOf, itemOf, MANAGER, OPERATOR, pressesIn, sayIn, WEEK } from '../support/weeks.ts';

const WIN = 'Service answered nine readers';
const entry = (win: string | null): Account['weeks'][number] => ({
  week: WEEK,
  operator: OPERATOR,
  status: 'sent',
  on: '2026-11-20',
  heldBack: [],
  learnings: [],
  line: null,
  focus: null,
  win,
});
const mark = markOf(literal(WIN));

describe('thanks', () => {
  it('in the digest can be sent as they stand there, once', async () => {
    const account = accountOf({ weeks: [entry(WIN)] });
    const parts = digestOf(account, { week: WEEK, today: '2026-11-23', say: sayIn('en') });
    const send = pressesIn(parts).find(({ name }) => name === 'send-thanks');
    expect(send?.subject).toBe(`T1:a|${WEEK}|${mark}`);

    const stage = await createManaged({ account });
    await stage.press(MANAGER, 'send-thanks', WEEK, mark);
    expect(stage.linesTo(OPERATOR)).toEqual([`@U2 says: “${WIN}”`]);
    expect((await stage.account()).events).toMatchObject([{ kind: 'thanked' }]);
    await stage.press(MANAGER, 'send-thanks', WEEK, mark);
    expect(stage.linesTo(OPERATOR)).toHaveLength(1);
    expect(stage.linesTo(MANAGER).at(-1)).toBe('That sentence has been sent already.');
  });

  it('that would be other words by now are shown first', async () => {
    const stage = await createManaged({ account: { weeks: [entry('Something else')] } });
    await stage.press(MANAGER, 'send-thanks', WEEK, mark);
    expect(stage.linesTo(OPERATOR)).toEqual([]);
    expect(stage.linesTo(MANAGER).join('\n')).toContain('(now: Something else)');
    await stage.type(MANAGER, 'keep');
    expect(stage.linesTo(OPERATOR)).toEqual(['@U2 says: “Something else”']);
  });

  it('can be put in one’s own words', async () => {
    const stage = await createManaged({ account: { weeks: [entry(null)], items: [itemOf(1)] } });
    await stage.press(MANAGER, 'thank', WEEK);
    expect(stage.linesTo(MANAGER).join('\n')).toContain('(now: Thank you for “Piece 1”');
    await stage.type(MANAGER, 'Thank you for the guide');
    expect(stage.linesTo(OPERATOR)).toEqual(['@U2 says: “Thank you for the guide”']);
    expect(stage.linesTo(MANAGER).at(-1)).toBe('Sent to @U1: “Thank you for the guide”');
  });

  it('have no sentence ready where there is nothing to say it of, and are never sent by themselves', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'thank');
    expect(stage.linesTo(MANAGER).join('\n')).not.toContain('now:');
    await stage.due(MANAGER, '2026-12-04T02:00:00Z');
    expect((await stage.member(MANAGER)).session).toBeNull();
    expect(stage.linesTo(OPERATOR)).toEqual([]);
    expect((await stage.account()).events).toEqual([]);
  });

  it('left with their sentence go nowhere, and that is said', async () => {
    const stage = await createManaged({ account: { weeks: [entry(WIN)] } });
    await stage.press(MANAGER, 'thank', WEEK);
    await stage.due(MANAGER, '2026-11-26T01:30:00Z');
    expect(stage.linesTo(MANAGER).join('\n')).toContain('Nothing was sent to anybody.');
    expect(stage.linesTo(OPERATOR)).toEqual([]);
  });
});
