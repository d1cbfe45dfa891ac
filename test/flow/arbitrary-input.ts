import fc from 'fast-check';

import type { JsonValue, Session } from '../../src/flow/session.ts';
import type { Command, Input, Question } from '../../src/flow/turn.ts';

const COMMANDS: readonly Command[] = [
  'back',
  'skip',
  'help',
  'explain',
  'repeat',
  'later',
  'keep',
  'change',
  'light',
  'stop',
];
const ADDRESSES = [
  's0',
  's1',
  's2',
  's3',
  's0.p0',
  's1[0].p0',
  's1[1].p0',
  's2[0].p1',
  'constructor',
  '__proto__',
  'x y',
  '',
];

const texts = fc.oneof(
  fc.constantFrom(
    'back',
    '上一步',
    'skip',
    'keep',
    'help',
    'what is meant',
    'repeat',
    'later',
    'light',
    'change',
    'change 1',
    '改第2题',
    'change s1',
  ),
  fc.constantFrom(
    'a',
    'b',
    '1',
    '2',
    '1,2',
    'a和b',
    '二',
    '4/5',
    '下午3点',
    '9:30',
    '明天',
    '12/1',
    '1.2万',
    '-0',
    '60%',
    'l1',
    'Price list',
  ),
  fc.constantFrom(
    '',
    ' ',
    '\u200B',
    '\uD83D',
    '<!channel>',
    'write',
    'Call two dealers at ten',
    'x'.repeat(5000),
    '__proto__',
    'شكرا',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const values: fc.Arbitrary<JsonValue> = fc.oneof(
  texts,
  fc.constantFrom<JsonValue>(
    0,
    3,
    -1,
    2.5,
    1e300,
    null,
    true,
    [],
    ['a'],
    ['a', 'b'],
    ['a', 7],
    { member: 'T1:U1' },
    { name: 'Sales' },
    { member: '' },
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value): JsonValue => JSON.parse(JSON.stringify(value))),
);
const sessions = fc.constantFrom('s1', 's1', 's1', 's1', 'other');

/** An input, made when the session it meets is known. */
export type MadeInput = (session: Session, question: Question | undefined) => Input;

/** An answer that the question takes, for `pick` any whole number. */
export function fittingValue(question: Question, pick: number): JsonValue {
  const { wait, options } = question;
  switch (wait.kind) {
    case 'text':
    case 'long-text':
      return wait.pattern === undefined ? (['short', 'longer now'][pick % 2] ?? '') : '1234567890'.slice(0, 4);
    case 'choice':
      return options[pick % options.length]?.id ?? '';
    case 'choices':
      return fewest(question, wait.exclusive);
    case 'number':
      return wait.min + (pick % 2);
    case 'scale':
      return wait.min + (pick % (wait.max - wait.min + 1));
    case 'date':
      return '2026-11-25';
    case 'time':
      return '12:30';
    case 'person':
      return { member: 'T1:U1' };
  }
}

function fewest({ wait, options }: Question, exclusive: readonly string[]): string[] {
  const min = wait.kind === 'choices' ? Math.max(1, wait.min) : 1;
  const together = options.map(({ id }) => id).filter((id) => !exclusive.includes(id));
  return together.length > 0 ? together.slice(0, min) : [options[0]?.id ?? ''];
}

export const inputs: fc.Arbitrary<MadeInput> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.nat(9).map(
      (pick): MadeInput =>
        (session, question) =>
          question
            ? { kind: 'value', session: session.id, address: question.address, value: fittingValue(question, pick) }
            : { kind: 'text', text: 'hi' },
    ),
  },
  {
    weight: 4,
    arbitrary: texts.map((text): MadeInput => () => ({ kind: 'text', text })),
  },
  {
    weight: 1,
    arbitrary: texts.map((text): MadeInput => () => ({ kind: 'text', text, people: ['T1:U2'] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(sessions, fc.constantFrom(...ADDRESSES), values)
      .map(([session, address, value]): MadeInput => () => ({ kind: 'value', session, address, value })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...COMMANDS),
        fc.option(sessions, { nil: undefined }),
        fc.option(fc.constantFrom(...ADDRESSES), { nil: undefined }),
      )
      .map(([command, session, address]): MadeInput => () => ({
        kind: 'command',
        command,
        ...(session !== undefined && { session }),
        ...(address !== undefined && { address }),
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(sessions, fc.dictionary(fc.constantFrom(...ADDRESSES), values))
      .map(([session, typed]): MadeInput => () => ({ kind: 'form', session, values: typed })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(sessions, fc.integer({ min: -1, max: 1 })).map(([session, away]): MadeInput => (open) => ({
      kind: 'timeout',
      session,
      turn: open.turn + away,
    })),
  },
);
