import { describe, expect, it } from 'vitest';

import { advance, formQuestions, resume } from '../../src/flow/engine.ts';
import { migrate } from '../../src/flow/migrate.ts';
import { renamedBy } from '../../src/flow/rename-address.ts';
import { Session } from '../../src/flow/session.ts';
import { linesOf, worldOf, type Definition } from './world.ts';

const given = (value: Session['answers'][string]['value']) => ({ value, followUps: 0, settled: true });
const before: Session = {
  id: 's1',
  flow: 'day',
  version: 1,
  facts: {},
  answers: {
    moved: given(['write', 'post']),
    'published[0].title': given('One'),
    note: given('A note'),
    gone: given('kept'),
  },
  at: 'aim',
  said: ['hello', 'published[0].thanks'],
  turn: 4,
  draft: { aim: 'half', 'published[1].title': 'Tw' },
};

const item: Definition = {
  id: 'item',
  version: 1,
  steps: [{ kind: 'ask', id: 'title', audience: 'manager', wait: { kind: 'text' } }],
};
const now: Definition = {
  id: 'day',
  version: 3,
  migrations: [
    { from: 2, rename: { goal: 'plan' } },
    { from: 1, rename: { published: 'items', aim: 'goal' }, options: { moved: { post: 'publish' } } },
  ],
  steps: [
    { kind: 'ask', id: 'moved', audience: 'operator', wait: { kind: 'choices', options: ['write', 'publish'] } },
    { kind: 'sub', id: 'items', flow: 'item', repeat: { while: 'false', max: 2 } },
    { kind: 'ask', id: 'note', audience: 'operator', wait: { kind: 'text', max: 3 } },
    { kind: 'ask', id: 'plan', audience: 'manager', wait: { kind: 'choice', options: ['one', 'two'] } },
  ],
};
const world = worldOf(now, item);

describe('a session of an older version', () => {
  it('is carried over step by step: names, options, draft, place', () => {
    const { session, changed } = migrate(world, before);
    expect(changed).toBe(true);
    expect(session).toMatchObject({
      version: 3,
      at: 'plan',
      said: ['hello', 'items[0].thanks'],
      draft: { plan: 'half', 'items[1].title': 'Tw' },
    });
    expect(session.answers).toEqual({
      moved: given(['write', 'publish']),
      'items[0].title': given('One'),
      note: given('A note'),
      gone: given('kept'),
    });
    expect(Session.parse(session)).toEqual(session);
  });

  it('is told so, and asked again what no longer fits, and loses nothing', () => {
    const turn = resume(world, before);
    expect(linesOf(turn)).toEqual(['say conversation.flow-changed', 'say conversation.resumed', 'ask note']);
    expect(turn.session?.answers['note']?.value).toBe('A note');
    expect(turn.session?.answers['gone']?.value).toBe('kept');
  });

  it('takes a button of the older message under its new name', () => {
    const fitting = { ...before, answers: { ...before.answers, note: given('ok') } };
    const turn = advance(world, fitting, { kind: 'value', session: 's1', address: 'aim', value: 'two' });
    expect(linesOf(turn)).toEqual(['taken plan', 'say conversation.flow-changed', 'finish done']);
    const moved = advance(world, fitting, { kind: 'value', session: 's1', address: 'moved', value: ['post'] });
    expect(moved.session?.answers['moved']?.value).toEqual(['publish']);
  });

  it('takes a form and a command of the older message under the new names', () => {
    const fitting = { ...before, answers: { ...before.answers, note: given('ok') } };
    const form = advance(world, fitting, { kind: 'form', session: 's1', values: { aim: 'one', moved: ['post'] } });
    expect(form.effects.at(-1)).toMatchObject({
      kind: 'finish',
      answers: { plan: { value: 'one' }, moved: { value: ['publish'] } },
    });
    const skip = advance(world, fitting, { kind: 'command', command: 'skip', session: 's1', address: 'aim' });
    expect(linesOf(skip)).toEqual(['say conversation.flow-changed', 'say retry.required', 'ask plan']);
  });

  it('does not take a text for another question when its own is gone', () => {
    const turn = advance(world, { ...before, at: 'gone' }, { kind: 'text', text: 'an answer to what is gone' });
    expect(linesOf(turn)).toEqual(['say conversation.flow-changed', 'ask note']);
  });

  it('shows its form by the new names', () => {
    expect(formQuestions(world, before).map(({ address }) => address)).toEqual([
      'moved',
      'items[0].title',
      'note',
      'plan',
    ]);
  });
});

describe('a session of a newer version', () => {
  it('goes on where the older flow can, answers kept', () => {
    const turn = resume(world, { ...before, version: 9, at: 'unheard_of' });
    expect(linesOf(turn)[0]).toBe('say conversation.flow-changed');
    expect(turn.session).toMatchObject({ version: 3, answers: { gone: { value: 'kept' } } });
  });
});

describe('an address', () => {
  it.each([
    [{ a: 'b' }, 'a', 'b'],
    [{ a: 'b' }, 'a[2].x', 'b[2].x'],
    [{ 'a.x': 'a.y' }, 'a[2].x', 'a[2].y'],
    [{ a: 'b', 'a.x': 'b.y' }, 'a[0].x', 'b[0].y'],
    [{ a: 'b' }, 'ab.a', 'ab.a'],
    [{ a: 'b.c' }, 'a', 'a'],
  ])('%j: %s is now %s', (names, from, to) => {
    expect(renamedBy(names)(from)).toBe(to);
  });

  it('that is taken changes places with the one that comes there', () => {
    const swap = worldOf({ ...now, version: 2, migrations: [{ from: 1, rename: { note: 'gone' } }] }, item);
    const { answers } = migrate(swap, before).session;
    expect([answers['note']?.value, answers['gone']?.value]).toEqual(['kept', 'A note']);
  });
});
