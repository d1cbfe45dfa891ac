import { describe, expect, it } from 'vitest';

import { advance, formQuestions, readForm, withDraft } from '../../src/flow/engine.ts';
import type { Typed } from '../../src/flow/form.ts';
import { Session } from '../../src/flow/session.ts';
import { talkTo } from './talk.ts';
import { worldOf, type Definition } from './world.ts';

const item: Definition = {
  id: 'item',
  version: 1,
  steps: [
    { kind: 'ask', id: 'title', audience: 'manager', wait: { kind: 'text' } },
    { kind: 'ask', id: 'another', audience: 'operator', wait: { kind: 'choice', options: ['no', 'yes'] } },
  ],
};

const day: Definition = {
  id: 'day',
  version: 1,
  steps: [
    {
      kind: 'ask',
      id: 'moved',
      audience: 'operator',
      wait: { kind: 'choices', options: ['write', 'publish', 'leave'], exclusive: ['leave'] },
    },
    { kind: 'end', id: 'away', when: "answers.moved == ['leave']" },
    {
      kind: 'sub',
      id: 'items',
      flow: 'item',
      when: "'publish' in answers.moved",
      repeat: { while: "last.another == 'yes'", max: 3 },
    },
    { kind: 'ask', id: 'plan', audience: 'manager', review: 'plan', wait: { kind: 'text', max: 40 } },
    { kind: 'ask', id: 'learned', audience: 'operator', review: 'plan', optional: true, wait: { kind: 'text' } },
    { kind: 'ask', id: 'energy', audience: 'operator', wait: { kind: 'scale' } },
  ],
};

const world = worldOf(day, item);
const begin = () => talkTo(world, 'day');
const addresses = (session: Session, typed?: Typed): string[] =>
  formQuestions(world, session, typed).map(({ address }) => address);

describe('a form', () => {
  it('shows every question that what is given and typed so far leads to', () => {
    const session = begin().session();
    expect(addresses(session)).toEqual(['moved', 'plan', 'learned', 'energy']);
    expect(addresses(session, { moved: ['publish'] })).toEqual([
      'moved',
      'items[0].title',
      'items[0].another',
      'plan',
      'learned',
      'energy',
    ]);
    expect(addresses(session, { moved: ['publish'], 'items[0].another': 'yes' })).toContain('items[1].title');
    expect(addresses(session, { moved: ['leave'] })).toEqual(['moved']);
    expect(addresses(session, { moved: ['nonsense'] })).toEqual(['moved', 'plan', 'learned', 'energy']);
  });

  it('numbers its questions and shows what was given and what was left as a draft', () => {
    const talk = begin();
    talk.types('write');
    const session = withDraft(talk.session(), { energy: '4' });
    const [moved, , , energy] = formQuestions(world, session);
    expect(moved).toMatchObject({ given: ['write'], number: 1, total: 4 });
    expect(energy).toMatchObject({ draft: '4', number: 4 });
  });

  it('is checked without changing anything', () => {
    const session = begin().session();
    const read = readForm(world, session, { moved: ['leave', 'write'], plan: 'x'.repeat(41), energy: '', learned: '' });
    expect(Object.fromEntries(Object.entries(read.refused).map(([address, { why }]) => [address, why]))).toEqual({
      moved: 'choose-some',
      plan: 'too-long',
      energy: 'required',
    });
    expect(read.values).toEqual({ learned: null });
  });

  it('does not miss a question that it did not show', () => {
    const read = readForm(world, begin().session(), { moved: ['publish'], plan: 'Call two dealers', energy: 4 });
    expect(read.refused).toEqual({});
  });

  it('is taken at once, and the rest is asked in the conversation', () => {
    const talk = begin();
    const lines = talk.hear({
      kind: 'form',
      session: 's1',
      values: { moved: ['write'], plan: 'Call two dealers', learned: null, energy: '4/5' },
    });
    expect(lines).toEqual(['taken moved', 'finish done']);
    expect(talk.finish()).toMatchObject({
      answers: {
        moved: { value: ['write'] },
        plan: { grade: 'sharp' },
        learned: { value: null },
        energy: { value: 4 },
      },
    });
  });

  it('leaves vague answers to one follow-up at a time', () => {
    const talk = begin();
    const values = { moved: ['write'], plan: 'write', learned: 'much', energy: 4 };
    expect(talk.hear({ kind: 'form', session: 's1', values })).toEqual(['taken moved', 'ask plan again']);
    expect(talk.types('Call two dealers')).toEqual(['taken plan', 'ask learned again']);
    expect(talk.types('keep')).toEqual(['taken learned', 'say conversation.kept-as-is', 'finish done']);
  });

  it('stores what is valid when something is not, and asks for that', () => {
    const talk = begin();
    const values = { moved: ['write'], plan: '', energy: 9 };
    expect(talk.hear({ kind: 'form', session: 's1', values })).toEqual(['taken moved', 'ask plan']);
    expect(talk.value('moved')).toEqual(['write']);
  });

  it('keeps grades of answers that it did not change', () => {
    const talk = begin();
    talk.typesAll('write', 'write', 'keep');
    const before = talk.session().answers['plan'];
    talk.hear({ kind: 'form', session: 's1', values: { moved: ['write'], plan: 'write' } });
    expect(talk.session().answers['plan']).toEqual(before);
  });

  it('empties the draft when it is submitted', () => {
    const talk = begin();
    const drafted = withDraft(talk.session(), { plan: 'half a pl', 'not an address!': 'x', __proto__: 'x' });
    expect(drafted.draft).toEqual({ plan: 'half a pl' });
    expect(Session.parse(drafted)).toEqual(drafted);
    talk.hear({ kind: 'form', session: 's1', values: { moved: ['write'] } });
    expect(talk.session().draft).toEqual({});
  });

  it('of another session is old', () => {
    expect(begin().hear({ kind: 'form', session: 'other', values: { moved: ['write'] } })).toEqual([
      'say conversation.old-button',
    ]);
  });

  it('ignores fields that are no questions here', () => {
    const talk = begin();
    talk.hear({
      kind: 'form',
      session: 's1',
      values: { moved: ['write'], constructor: 'x', 'items[0].title': 'off the path' },
    });
    expect(Object.keys(talk.session().answers)).toEqual(['moved']);
  });

  it('forgets of a draft what was emptied in the form since', () => {
    const drafted = withDraft(begin().session(), { plan: 'half a plan', moved: ['write'] });
    expect(withDraft(drafted, { plan: null, moved: [], energy: '2' }).draft).toEqual({ energy: '2' });
  });

  it('offers no draft in place of an answer given since', () => {
    const talk = begin();
    const drafted = withDraft(talk.session(), { moved: ['publish'], plan: 'half a plan' });
    const { session } = advance(world, drafted, { kind: 'text', text: 'write' });
    expect(session?.draft).toEqual({ plan: 'half a plan' });
  });
});
