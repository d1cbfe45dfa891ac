import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { advance, expire, formQuestions, readForm, resume, start, withDraft } from '../../src/flow/engine.ts';
import { Flow } from '../../src/flow/flow.ts';
import { lintFlows } from '../../src/flow/lint.ts';
import { neededTexts } from '../../src/flow/needed-texts.ts';
import { Session } from '../../src/flow/session.ts';
import type { Effect, Input, Question, Turn, World } from '../../src/flow/turn.ts';
import { FACTS, flowPairs } from './arbitrary-flow.ts';
import { fittingValue, inputs, type MadeInput } from './arbitrary-input.ts';
import { worldOf } from './world.ts';

const RUNS = { numRuns: 1000 };
const conversations = fc.tuple(flowPairs, fc.array(inputs, { maxLength: 14 }));

const questionIn = (effects: readonly Effect[]): Question | undefined =>
  effects.find((effect) => effect.kind === 'ask')?.question;
const endOf = ({ session, effects }: Turn): Session | undefined =>
  session ?? effects.find((effect) => effect.kind === 'finish')?.session;

type Turned = {
  readonly before: Session;
  readonly input: Input;
  readonly turn: Turn;
  readonly asked: Question | undefined;
};

/** Plays the inputs against the flow; gives what `look` finds wrong. A conversation that is over takes inputs too. */
function play(world: World, made: readonly MadeInput[], look: (turned: Turned) => string[]): string[] {
  const first = start(world, 'root', { id: 's1', facts: FACTS });
  let session = endOf(first);
  let asked = questionIn(first.effects);
  return made.flatMap((make) => {
    if (!session) return ['there is no session'];
    const input = make(session, asked);
    const turn = advance(world, session, input);
    const wrong = look({ before: session, input, turn, asked });
    asked = questionIn(turn.effects) ?? asked;
    session = endOf(turn);
    return wrong;
  });
}

/** What was taken, what is said, then one question or the end. */
function shapeProblems({ effects, session }: Turn, before: Session): string[] {
  const kinds = effects.map(({ kind }) => kind).join(' ');
  if (!/^(taken ?)?(say ?)*(ask|finish)?$/.test(kinds)) return [`out of order: ${kinds}`];
  const last = effects.at(-1);
  if (last?.kind === 'ask')
    return session?.at === last.question.address ? [] : [`asks ${last.question.address}, waits at ${session?.at}`];
  if (last?.kind === 'finish')
    return session === null && last.session.at === null ? [] : ['a session that is over still waits'];
  // Only a stale timer, another session's button and "later" leave the question as it stands.
  return isSame({ ...session, turn: 0 }, { ...before, turn: 0 }) ? [] : ['neither asks nor ends'];
}

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

/** The addresses that an input is about; any other answer must stay as it was. */
function touched(input: Input, before: Session, asked: Question | undefined): string[] {
  if (input.kind === 'value') return [input.address];
  if (input.kind === 'form') return Object.keys(input.values);
  return [before.at ?? '', asked?.address ?? ''];
}

function lostAnswers({ before, input, turn, asked }: Turned): string[] {
  const after = endOf(turn)?.answers ?? {};
  const mine = touched(input, before, asked);
  return Object.entries(before.answers)
    .filter(([address, given]) => {
      const now = after[address];
      if (!now) return true;
      if (!mine.includes(address)) return !isSame(now.value, given.value);
      // A skip never takes an answer away: at most one that no longer fits, and so was not shown.
      const isSkippedOver = now.value === null && given.value !== null && input.kind !== 'form';
      return isSkippedOver && asked?.given !== undefined;
    })
    .map(([address]) => `lost ${address}`);
}

const throughJson = (session: Session): Session => Session.parse(JSON.parse(JSON.stringify(session)));

function roundTripProblems(world: World, { before, input, turn }: Turned): string[] {
  const read = throughJson(before);
  if (!isSame(read, before)) return ['the session is another when read'];
  return isSame(advance(world, read, input), turn) ? [] : ['goes another way when read'];
}

/** The session can be resumed, closed and shown as a form. */
function openProblems(world: World, { turn, input }: Turned): string[] {
  const session = endOf(turn);
  if (!session) return [];
  const typed = input.kind === 'form' ? input.values : undefined;
  const addresses = formQuestions(world, typed ? withDraft(session, typed) : session, typed).map(
    ({ address }) => address,
  );
  const end = expire(world, session).effects.at(-1);
  return [
    ...shapeProblems(resume(world, session), session),
    ...(end?.kind === 'finish' && end.outcome === 'expired' ? [] : ['does not expire']),
    ...(new Set(addresses).size === addresses.length ? [] : ['a question twice in one form']),
  ];
}

const holds = (look: (world: World, turned: Turned) => string[]): void =>
  fc.assert(
    fc.property(conversations, ([flows, made]) => {
      const world = worldOf(...flows);
      expect(play(world, made, (turned) => look(world, turned))).toEqual([]);
    }),
    RUNS,
  );

/** Answers every question with something that fits, until the end or for 200 turns. */
function answerAll(world: World, pick: number): Turn {
  let turn = start(world, 'root', { id: 's1', facts: FACTS });
  for (let count = 0; turn.session && count < 200; count++) {
    const question = questionIn(turn.effects);
    if (!question) return turn;
    const value = fittingValue(question, pick + count);
    turn = advance(world, turn.session, { kind: 'value', session: 's1', address: question.address, value });
  }
  return turn;
}

describe('any sequence of inputs to any valid flow', () => {
  it('never throws, and always comes to a question or the end', () => {
    expect(() => holds((_, { turn, before }) => shapeProblems(turn, before))).not.toThrow();
  });

  it('never loses a given answer', () => {
    expect(() => holds((_, turned) => lostAnswers(turned))).not.toThrow();
  });

  it('goes the same way when the session is written down and read between turns', () => {
    expect(() => holds(roundTripProblems)).not.toThrow();
  });

  it('leaves a session that can be resumed, closed and shown as a form', () => {
    expect(() => holds(openProblems)).not.toThrow();
  });
});

describe('a valid flow', () => {
  it('ends when its questions are answered', () => {
    const ends = fc.property(flowPairs, fc.nat(9), (flows, pick) => {
      expect(answerAll(worldOf(...flows), pick).effects.at(-1)).toMatchObject({ kind: 'finish', outcome: 'done' });
    });
    fc.assert(ends, RUNS);
  });

  it('takes in one form what it takes one by one', () => {
    const takes = fc.property(flowPairs, fc.nat(9), (flows, pick) => {
      const world = worldOf(...flows);
      const session = endOf(start(world, 'root', { id: 's1', facts: FACTS }));
      if (!session) return;
      const typed = Object.fromEntries(
        formQuestions(world, session).map((question) => [question.address, fittingValue(question, pick)]),
      );
      const { refused, values } = readForm(world, session, typed);
      const turn = advance(world, session, { kind: 'form', session: 's1', values: typed });
      const kept = Object.entries(endOf(turn)?.answers ?? {}).map(([address, { value }]) => [address, value]);
      expect([refused, shapeProblems(turn, session), Object.fromEntries(kept)]).toEqual([{}, [], values]);
    });
    fc.assert(takes, RUNS);
  });

  it('passes the linter', () => {
    const passes = fc.property(flowPairs, (pair) => {
      const isPartUsed = pair[0].steps.some(({ kind }) => kind === 'sub');
      const used = isPartUsed ? pair : pair.slice(0, 1);
      const flows = new Map(used.map((definition) => [definition.id, Flow.parse(definition)]));
      const words = Object.fromEntries(neededTexts(flows).map(({ key }) => [key, 'Words']));
      expect(lintFlows(flows, { en: words }, new Set(['plan']))).toEqual([]);
    });
    fc.assert(passes, RUNS);
  });
});
