import { advance, start } from '../../src/flow/engine.ts';
import { Session, type JsonValue } from '../../src/flow/session.ts';
import type { Effect, Input, Question, Turn, World } from '../../src/flow/turn.ts';
import { linesOf } from './world.ts';

/** A conversation under test: say things, read what came back. The session goes through JSON between any two turns. */
export function talkTo(world: World, flow: string, facts: Record<string, JsonValue> = {}) {
  let turn: Turn = start(world, flow, { id: 's1', facts });
  const session = (): Session => {
    if (!turn.session) throw new Error('the conversation is over');
    return Session.parse(JSON.parse(JSON.stringify(turn.session)));
  };
  const hear = (input: Input): string[] => {
    turn = advance(world, session(), input);
    return linesOf(turn);
  };
  return {
    hear,
    session,
    turn: () => turn,
    lines: () => linesOf(turn),
    types: (text: string) => hear({ kind: 'text', text }),
    typesAll: (...texts: readonly string[]) => texts.map((text) => hear({ kind: 'text', text })).at(-1) ?? [],
    presses: (address: string, value: JsonValue) => hear({ kind: 'value', session: 's1', address, value }),
    question: (): Question => questionOf(turn.effects),
    finish: () => turn.effects.find((effect) => effect.kind === 'finish'),
    value: (address: string) => session().answers[address]?.value,
  };
}

function questionOf(effects: readonly Effect[]): Question {
  const asked = effects.find((effect) => effect.kind === 'ask');
  if (!asked) throw new Error('nothing was asked');
  return asked.question;
}
