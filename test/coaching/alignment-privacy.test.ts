import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Part } from '../../src/coaching/post.ts';
import { ANSWERS, createAligning, OTHER_OPERATOR } from '../support/aligning-stage.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

const PEOPLE = [OPERATOR, MANAGER, OTHER_OPERATOR] as const;
type Person = (typeof PEOPLE)[number];

const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [OPERATOR]: ANSWERS.operator,
  [MANAGER]: ANSWERS.manager,
  [OTHER_OPERATOR]: {
    ...ANSWERS.operator,
    reader: 'staff',
    job: 'keep',
    promo: '43',
    hours: '37',
    success: 'Three colleagues thirdmark',
  },
};

/** What would give away an answer of each: in a message, or in a record. Questions name every option, and are no answer. */
const GIVEAWAY: Readonly<Record<string, RegExp>> = {
  [OPERATOR]: /alignment\.(reader\.dealers|job\.channel)|"value":(11|13)\b|opmark|"(dealers|channel)"/,
  [MANAGER]:
    /alignment\.(reader\.applicants|job\.hire|numbers\.(followers|reads|unfollows)|alone\.(money|cooperation)|look\.on_request)|"value":(57|29)\b|mgmark|"(applicants|hire|unfollows)"/,
  [OTHER_OPERATOR]: /alignment\.(reader\.staff|job\.keep)|"value":(43|37)\b|thirdmark|"(staff|keep)"/,
};
const others = (id: string): readonly RegExp[] =>
  PEOPLE.filter((person) => person !== id).flatMap((person) => GIVEAWAY[person] ?? []);

const ACTS = ['align', 'some', 'answer', 'stop', 'ask', 'later', 'share', 'change', 'mark'] as const;
type Act = (typeof ACTS)[number];
type Step = { readonly who: Person; readonly does: Act };

/** What each side has to do, in its order: one after the other, or in between. */
const WAYS: Readonly<Record<'operator' | 'manager', readonly Act[]>> = {
  operator: ['align', 'some', 'answer', 'ask', 'share'],
  manager: ['align', 'answer', 'share'],
};

/** Both ways in some order, and here and there something else that somebody does. */
const steps = fc
  .tuple(
    fc.shuffledSubarray(
      ['operator', 'operator', 'operator', 'operator', 'operator', 'manager', 'manager', 'manager'] as const,
      { minLength: 8 },
    ),
    fc.array(fc.tuple(fc.nat(12), fc.record({ who: fc.constantFrom(...PEOPLE), does: fc.constantFrom(...ACTS) })), {
      maxLength: 6,
    }),
    fc.infiniteStream(fc.record({ crashes: fc.boolean(), recovers: fc.boolean() })),
  )
  .map(([order, noise, luck]) => {
    const left = { operator: [...WAYS.operator], manager: [...WAYS.manager] };
    const ways = order.flatMap((side): Step[] => {
      const does = left[side].shift();
      return does ? [{ who: side === 'operator' ? OPERATOR : MANAGER, does }] : [];
    });
    const all = noise.reduce<Step[]>((some, [at, one]) => some.toSpliced(at, 0, one), ways);
    return all.map((one) => ({ ...one, ...luck.next().value }));
  });

type Stage = Awaited<ReturnType<typeof createAligning>>;

async function doing(stage: Stage, { who, does }: Step) {
  const own = OWN[who] ?? {};
  switch (does) {
    case 'align':
      return stage.press(who, 'align');
    case 'answer':
      return stage.answer(who, own);
    case 'some':
      return stage.answer(who, own, 4);
    case 'stop':
      return stage.type(who, 'stop');
    case 'change':
      return stage.press(who, 'align', 'change');
    case 'mark':
      return stage.press(who, 'align-mark', 1, 'close');
    case 'ask':
      return stage.press(who, 'align-ask', 1);
    case 'later':
      return stage.press(who, 'align-later', 1);
    case 'share':
      return stage.press(who, 'align-share', 1);
  }
}

/** What a message tells beside the questions, their options and the words that one can say. */
const told = (parts: readonly Part[]): string =>
  JSON.stringify(
    parts.map((part) =>
      part.kind === 'effects'
        ? part.effects.map((effect) =>
            effect.kind === 'ask' ? { ...effect.question, options: [], commands: [], wait: null } : effect,
          )
        : part,
    ),
  );

/** Nothing of anybody else in what these people were told or what is kept with them. */
async function expectKept(stage: Stage, from: number) {
  for (const { member, post } of stage.heard.slice(from)) {
    for (const answer of others(member)) expect(told(post.parts)).not.toMatch(answer);
  }
  for (const id of PEOPLE) {
    const { outbox, ...record } = await stage.member(id);
    for (const answer of others(id)) {
      expect(JSON.stringify(record)).not.toMatch(answer);
      for (const { parts } of outbox) expect(told(parts)).not.toMatch(answer);
    }
  }
}

describe('what either side is told', () => {
  it('holds nothing of the other’s answers before both have shared, in whatever order and however often things happen', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const stage = await createAligning({ operators: [OPERATOR, OTHER_OPERATOR] });
        const haveShared = new Set<string | null | undefined>();
        for (const one of all) {
          const from = stage.heard.length;
          if (one.crashes) stage.crashNext();
          await doing(stage, one);
          if (one.recovers) await stage.recover();
          if (one.does === 'share') haveShared.add(one.who);
          const round = (await stage.position()).alignment?.round;
          if (round?.compared) {
            compared += 1;
            break;
          }
          await expectKept(stage, from);
        }
        await stage.recover();
        const round = (await stage.position()).alignment?.round;
        const pair = new Set([round?.sides.operator.by, MANAGER]);
        const bothShared = haveShared.has(round?.sides.operator.by) && haveShared.has(MANAGER);
        expect(!round?.compared || bothShared).toBe(true);
        // Whoever is not one of the two is never shown any of it.
        const shown = stage.heard.filter(({ post }) => /alignment\.(index|sheet|sides)/.test(told(post.parts)));
        expect(shown.every(({ member }) => round?.compared && pair.has(member))).toBe(true);
        const account = JSON.stringify(await stage.account());
        for (const answer of others('')) expect(account).not.toMatch(answer);
        expect(account).not.toMatch(/align|index/);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    // The walk comes to the end often enough to have been everywhere before it.
    expect(compared).toBeGreaterThan(20);
  }, 60_000);

  it('comes to both once both have shared, once, whatever happened twice on the way', async () => {
    const orders = [
      ['operator', 'manager', 'operator-share', 'manager-share'],
      ['operator', 'operator-share', 'manager', 'manager-share'],
      ['manager', 'manager-share', 'operator', 'operator-share'],
      ['manager', 'operator', 'manager-share', 'operator-share'],
    ];
    for (const order of orders) {
      for (const crashAt of [-1, 0, 1, 2, 3]) {
        const stage = await createAligning();
        const shownAfter: boolean[] = [];
        for (const [at, act] of order.entries()) {
          const who = act.startsWith('operator') ? OPERATOR : MANAGER;
          if (act.endsWith('share')) {
            if (at === crashAt) stage.crashNext();
            await stage.press(who, 'align-share', 1);
          } else {
            await stage.press(who, 'align');
            await stage.answer(who, OWN[who] ?? {}, 9);
            if (at === crashAt) stage.crashNext();
            await stage.answer(who, OWN[who] ?? {});
          }
          shownAfter.push(stage.heard.some(({ post }) => told(post.parts).includes('alignment.sheet')));
        }
        expect(shownAfter.slice(0, 3)).toEqual([false, false, false]);
        await stage.recover();
        for (const id of [OPERATOR, MANAGER]) {
          const sheets = stage.heard.filter(
            ({ member, post }) => member === id && told(post.parts).includes('alignment.sheet'),
          );
          expect(sheets).toHaveLength(1);
          for (const mark of ['opmark', 'mgmark']) expect(told(sheets[0]?.post.parts ?? [])).toContain(mark);
        }
      }
    }
  });

  it('is nothing for whoever neither runs the account nor answers for it', async () => {
    const stage = await createAligning();
    await stage.press(OPERATOR, 'align');
    await stage.answer(OPERATOR, ANSWERS.operator);
    await stage.press(OPERATOR, 'align-share', 1);
    for (const name of ['align', 'align-share', 'align-again', 'align-agree'] as const) {
      await stage.press('T1:U9', name, 1);
    }
    const heard = stage.heard.filter(({ member }) => member === 'T1:U9');
    expect(heard).toHaveLength(4);
    expect(JSON.stringify(heard)).not.toMatch(/alignment/);
  });
});
