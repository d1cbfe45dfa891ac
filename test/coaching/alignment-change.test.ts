import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contradictedIn, latestIndex } from '../../src/coaching/alignment-brief.ts';
import { aligned, type AlignmentChange } from '../../src/coaching/alignment-change.ts';
import { settledOnes } from '../../src/coaching/alignment-settled.ts';
import {
  isOpen,
  Mark,
  newAlignment,
  type Alignment,
  type AlignmentDecision,
  type Side,
} from '../../src/coaching/alignment.ts';
import { repositioned } from '../../src/coaching/position-change.ts';
import { newPosition, type Position } from '../../src/coaching/position.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

const BY = { operator: OPERATOR, manager: MANAGER } as const;
const ON = '2026-11-23';

const of = (side: Side, id: string, round = 1, on = ON) => ({ id, round, on, side, by: BY[side] });
const begin = (side: Side, id: string, round = 1): AlignmentChange => ({
  do: 'begin',
  ...of(side, id, round),
  operator: OPERATOR,
  manager: MANAGER,
});
const answer = (side: Side, id: string, round = 1): AlignmentChange => ({
  do: 'answer',
  ...of(side, id, round),
  answers: { reader: id },
});
const share = (side: Side, id: string, round = 1): AlignmentChange => ({ do: 'share', ...of(side, id, round) });
const decisionOf = (id: string, known: Partial<AlignmentDecision> = {}): AlignmentDecision => ({
  id,
  round: 1,
  matter: 'reader',
  value: 'dealers',
  side: 'operator',
  proposedBy: OPERATOR,
  on: ON,
  owner: 'both',
  due: null,
  agreed: null,
  replacedBy: null,
  ...known,
});
const propose = (id: string, known: Partial<AlignmentDecision> = {}): AlignmentChange => ({
  do: 'propose',
  id: `by-${id}`,
  round: 1,
  on: ON,
  decision: decisionOf(id, known),
});
const agree = (side: Side, decision: string, on = ON): AlignmentChange => ({
  do: 'agree',
  ...of(side, `agree-${decision}`, 1, on),
  decision,
});

const after = (...changes: readonly AlignmentChange[]): Alignment => changes.reduce(aligned, newAlignment);
const COMPARED = [
  begin('operator', 'c1'),
  answer('operator', 'c2'),
  answer('manager', 'c3'),
  share('operator', 'c4'),
  share('manager', 'c5'),
] as const;

const anything: fc.Arbitrary<readonly AlignmentChange[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom<AlignmentChange['do']>(
        'begin',
        'invite',
        'decline',
        'answer',
        'share',
        'mark',
        'propose',
        'agree',
        'manager',
      ),
      fc.constantFrom<Side>('operator', 'manager'),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(...Mark.options),
      fc.boolean(),
    ),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(([kind, side, round, mark, isOther], at): AlignmentChange => {
      const id = `c${at}`;
      switch (kind) {
        case 'begin':
          return begin(side, id, round);
        case 'answer':
          return answer(side, id, round);
        case 'mark':
          return { do: 'mark', ...of(side, id, round), mark };
        case 'propose':
          return { ...propose(id, { side, proposedBy: BY[side], round }), round };
        case 'agree':
          return { do: 'agree', ...of(side, id, round), decision: `c${Math.max(0, at - 1)}` };
        case 'manager':
          return { do: 'manager', id, round, on: ON, manager: isOther ? 'T1:U8' : MANAGER };
        case 'invite':
        case 'decline':
        case 'share':
          return { do: kind, ...of(side, id, round) };
      }
    }),
  );

/** A button names a round that there is, or begins the next one once that is over. */
function fitsIn({ round: known }: Alignment, { do: kind, round }: AlignmentChange): boolean {
  const id = known?.id ?? 0;
  return kind === 'begin' ? round <= id + (known && isOpen(known) ? 0 : 1) : round <= id;
}

describe('a step of the alignment', () => {
  it('made twice is as if made once, also when others came in between', () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom(true, false), anything), ([isCompared, all]) => {
        let now = isCompared ? after(...COMPARED) : after();
        const made: AlignmentChange[] = isCompared ? [...COMPARED] : [];
        for (const change of all) {
          if (!fitsIn(now, change)) continue;
          now = aligned(now, change);
          made.push(change);
          for (const earlier of made) expect(aligned(now, earlier)).toEqual(now);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of two who begin at the same moment begins one round', () => {
    const { round } = after(begin('operator', 'c1'), begin('manager', 'c2'));
    expect(round).toMatchObject({ id: 1, startedBy: 'operator', sides: { operator: { by: OPERATOR } } });
  });

  it('of somebody else than the one who answers on that side changes nothing', () => {
    const before = after(begin('operator', 'c1'), answer('operator', 'c2'));
    const other: AlignmentChange = { do: 'answer', ...of('operator', 'c3'), by: 'T1:U9', answers: { reader: 'staff' } };
    expect(aligned(before, other).round?.sides).toEqual(before.round?.sides);
  });

  it('gives answers anew until they are shared, and not after', () => {
    const before = after(begin('operator', 'c1'), answer('operator', 'c2'), answer('operator', 'c3'));
    expect(before.round?.sides.operator).toMatchObject({ answers: { reader: 'c3' }, answered: { id: 'c2' } });
    const shared = aligned(before, share('operator', 'c4'));
    expect(aligned(shared, answer('operator', 'c5')).round?.sides.operator.answers).toEqual({ reader: 'c3' });
  });

  it('shares nothing that was not answered, and compares once both have shared', () => {
    const early = after(begin('operator', 'c1'), share('operator', 'c2'));
    expect(early.round?.sides.operator.shared).toBeNull();
    const whole = after(...COMPARED);
    expect(whole.round?.compared).toEqual({ id: 'c5', on: ON });
    expect(after(...COMPARED.slice(0, 4)).round?.compared).toBeNull();
  });

  it('ends an open round with its manager, whose answers are deleted; one that was compared stays', () => {
    const leave: AlignmentChange = { do: 'manager', id: 'c9', round: 1, on: ON, manager: 'T1:U8' };
    const ended = aligned(after(...COMPARED.slice(0, 4)), leave).round;
    expect(ended).toMatchObject({ ended: { id: 'c9' }, sides: { manager: { answers: null } } });
    expect(aligned(after(...COMPARED), leave).round?.ended).toBeNull();
  });

  it('begins the next round afresh, and keeps the index of the one before with its two people', () => {
    const next = after(...COMPARED, propose('d1'), begin('manager', 'c8', 2));
    expect(next).toMatchObject({
      round: { id: 2, startedBy: 'manager', sides: { operator: { answers: null } } },
      past: [{ round: 1, on: ON, index: 0, operator: OPERATOR, manager: MANAGER }],
      decisions: [],
    });
    expect(latestIndex(next, OPERATOR)).toEqual({ index: 0, on: ON });
    expect(latestIndex(next, MANAGER)).toEqual({ index: 0, on: ON });
    expect(latestIndex(next, 'T1:U9')).toBeNull();
    // The one before has to be over.
    expect(after(begin('operator', 'c1'), begin('operator', 'c2', 2)).round?.id).toBe(1);
  });
});

describe('a proposal', () => {
  it('gives way to a newer one on the same matter, and only the other side may agree to it', () => {
    const both = after(...COMPARED, propose('d1'), propose('d2', { side: 'manager', proposedBy: MANAGER }));
    expect(both.decisions).toMatchObject([
      { id: 'd1', replacedBy: 'd2' },
      { id: 'd2', replacedBy: null },
    ]);
    expect(aligned(both, agree('manager', 'd1')).decisions[0]?.agreed).toBeNull();
    expect(aligned(both, agree('manager', 'd2')).decisions[1]?.agreed).toBeNull();
    expect(aligned(both, agree('operator', 'd2')).decisions[1]?.agreed).toEqual({ by: OPERATOR, on: ON });
  });

  it('before both have shared is none', () => {
    expect(after(...COMPARED.slice(0, 4), propose('d1')).decisions).toEqual([]);
  });
});

const positionAfter = (...changes: readonly AlignmentChange[]): Position =>
  changes.reduce<Position>(
    (position, change) => repositioned(position, { kind: 'alignment', change }),
    newPosition('T1:a'),
  );

/** A reader card that was worked out before. */
const card = (first: string): Position['elements'] => ({
  audience: {
    versions: [
      {
        id: 'v1',
        by: OPERATOR,
        on: '2026-11-20',
        flow: 1,
        answers: { reader: { value: first } },
        grade: 'sharp',
        flags: [],
        evidence: null,
        sharedOn: null,
      },
    ],
    confirmedOn: null,
  },
});

describe('what both agreed on', () => {
  it('is part of the position, with its day and both names', () => {
    const position = positionAfter(...COMPARED, propose('d1', { due: '2026-12-31' }), agree('manager', 'd1'));
    expect(settledOnes(position)).toEqual([
      {
        matter: 'reader',
        decision: 'd1',
        value: 'dealers',
        on: ON,
        operator: OPERATOR,
        manager: MANAGER,
        owner: 'both',
        due: '2026-12-31',
      },
    ]);
  });

  it('gives way to what is agreed on later, also when the earlier agreement is carried out again', () => {
    const first = [propose('d1'), agree('manager', 'd1')];
    const second = [propose('d2', { value: 'staff' }), agree('manager', 'd2', '2026-11-25')];
    const position = positionAfter(...COMPARED, ...first, ...second, ...first);
    expect(position.settled.reader).toMatchObject({ decision: 'd2', value: 'staff', on: '2026-11-25' });
  });

  it('speaks against a reader card of another first reader, until somebody looks at it', () => {
    const position = positionAfter(...COMPARED, propose('d1'), agree('manager', 'd1'));
    expect(contradictedIn({ ...position, elements: card('customers') })).toEqual(['audience']);
    expect(contradictedIn({ ...position, elements: card('dealers') })).toEqual([]);
    expect(contradictedIn(position)).toEqual([]);
    const looked = repositioned(
      { ...position, elements: card('customers') },
      { kind: 'confirm', element: 'audience', on: '2026-11-24' },
    );
    expect(contradictedIn(looked)).toEqual([]);
  });
});
