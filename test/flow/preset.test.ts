import { describe, expect, it } from 'vitest';

import { advance, resume, start, unasked } from '../../src/flow/engine.ts';
import type { Input, Question, Turn } from '../../src/flow/turn.ts';
import { worldOf, type Definition } from './world.ts';

const week: Definition = {
  id: 'week',
  version: 1,
  steps: [
    { kind: 'say', id: 'hello' },
    { kind: 'ask', id: 'focus', audience: 'manager', wait: { kind: 'text' } },
    { kind: 'ask', id: 'line', audience: 'manager', optional: true, wait: { kind: 'text' } },
  ],
};
const world = worldOf(week);
const begun = { id: 's', facts: {}, given: { focus: 'The guide', line: 'A line' } };

const asked = ({ effects }: Turn): Question | undefined =>
  effects.flatMap((effect) => (effect.kind === 'ask' ? [effect.question] : []))[0];

function play(...inputs: readonly Input[]): Turn {
  return inputs.reduce<Turn>(
    (turn, input) => (turn.session ? advance(world, turn.session, input) : turn),
    start(world, 'week', begun),
  );
}
const command = (name: 'keep' | 'skip' | 'stop'): Input => ({ kind: 'command', command: name });
const answers = ({ effects }: Turn): Record<string, unknown> =>
  Object.fromEntries(
    effects.flatMap((effect) =>
      effect.kind === 'finish' ? Object.entries(effect.answers).map(([at, { value }]) => [at, value]) : [],
    ),
  );

describe('an answer that is put there before', () => {
  it('is asked about, and may be kept', () => {
    expect(asked(play())).toMatchObject({ step: 'focus', given: 'The guide' });
    expect(asked(play())?.commands).toContain('keep');
    expect(answers(play(command('keep'), command('keep')))).toEqual({ focus: 'The guide', line: 'A line' });
  });

  it('gives way to another answer', () => {
    const turn = play({ kind: 'text', text: 'A page' }, command('keep'));
    expect(answers(turn)).toEqual({ focus: 'A page', line: 'A line' });
  });

  it('is left out where it may be, and kept where it may not', () => {
    expect(answers(play(command('skip'), command('skip')))).toEqual({ focus: 'The guide', line: null });
  });

  it('counts as given in a form that is sent with it', () => {
    const values = { focus: 'The guide', line: 'A line' };
    expect(answers(play({ kind: 'form', session: 's', values }))).toEqual(values);
  });
});

describe('a session that was not asked anything yet', () => {
  it('begins when it is gone on with', () => {
    const { effects } = resume(world, unasked(world, 'week', begun));
    expect(effects.map((effect) => (effect.kind === 'say' ? effect.text.key : effect.kind))).toEqual([
      'week.hello',
      'ask',
    ]);
  });

  it('is graded when it is kept', () => {
    const reviewed = worldOf({
      id: 'week',
      version: 1,
      steps: [{ kind: 'ask', id: 'plan', audience: 'manager', review: 'plan', wait: { kind: 'text' } }],
    });
    const first = start(reviewed, 'week', { ...begun, given: { plan: 'vague' } });
    const turn = first.session && advance(reviewed, first.session, command('keep'));
    expect(turn?.effects.at(-1)).toMatchObject({
      kind: 'finish',
      answers: { plan: { value: 'vague', grade: 'vague' } },
    });
  });

  it('of a list is kept by the word, though an option has it for its id', () => {
    const jobs = worldOf({
      id: 'week',
      version: 1,
      steps: [{ kind: 'ask', id: 'jobs', audience: 'manager', wait: { kind: 'choices', options: ['serve', 'keep'] } }],
    });
    const first = start(jobs, 'week', { ...begun, given: { jobs: ['serve'] } });
    const turn = first.session && advance(jobs, first.session, { kind: 'text', text: 'keep' });
    expect(turn && answers(turn)).toEqual({ jobs: ['serve'] });
  });
});
