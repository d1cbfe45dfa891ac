import fc from 'fast-check';

import type { Part } from '../../src/coaching/post.ts';
import type { Wait } from '../../src/flow/flow.ts';
import { literal, type Text } from '../../src/flow/text.ts';
import type { Question } from '../../src/flow/turn.ts';

/** Words as no person means them, but some person or paste will send them. */
export const HOSTILE = [
  'x'.repeat(40_000),
  '<!channel> & <@U12345> <https://example.com|here> '.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(2_000),
  '\ud800 alone',
  '\u200b\u200b\u2060',
  '\u202Eright to left\u202C مرحبا',
  '&'.repeat(5_000),
  'a\u0301'.repeat(4_000),
  `a${'\u0301'.repeat(10_000)}`,
  '   \n\t ',
  '*bold* _it_ ~no~ `code` ```',
  '\u0000\u0007',
  '',
];

const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 200 }), fc.string());
const text: fc.Arbitrary<Text> = words.map(literal);
const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,59}$/);
const options = (max: number) =>
  fc.uniqueArray(fc.record({ id, text }), { maxLength: max, minLength: 1, selector: (option) => option.id });

const wait: fc.Arbitrary<Wait> = fc.oneof(
  fc.constant<Wait>({ kind: 'text', min: 1, max: 300 }),
  fc.constant<Wait>({ kind: 'long-text', min: 1, max: 3000 }),
  fc.constant<Wait>({ kind: 'choice' }),
  id.map((alone): Wait => ({ kind: 'choices', min: 1, max: 100, exclusive: [alone] })),
  fc.constant<Wait>({ kind: 'number', min: 0, max: 10, whole: false }),
  fc.constant<Wait>({ kind: 'scale', min: 0, max: 10 }),
  fc.constant<Wait>({ kind: 'date' }),
  fc.constant<Wait>({ kind: 'time' }),
  fc.boolean().map((orText): Wait => ({ kind: 'person', orText })),
);

const given = fc.oneof(
  words,
  fc.integer(),
  fc.array(id, { maxLength: 12 }),
  fc.constant({ member: 'T1:U1' }),
  words.map((name) => ({ name })),
);

/** Any question at all, of a step that has its words. */
export const question: fc.Arbitrary<Question> = fc
  .record({
    text,
    help: text,
    wait,
    options: options(120),
    optional: fc.boolean(),
    given,
    follow: fc.boolean(),
    number: fc.nat(9),
  })
  .map(({ help, given, wait, options, follow, ...rest }) => ({
    ...rest,
    session: 'daily-check-in@Ev0123456789',
    flow: 'daily-check-in',
    step: 'plan',
    address: 'published[0].title',
    label: rest.text,
    wait: wait.kind === 'choices' ? { ...wait, exclusive: options.slice(0, 3).map((option) => option.id) } : wait,
    options,
    audience: 'operator',
    ...(rest.optional && { help }),
    ...(follow && { given }),
    ...(follow &&
      wait.kind === 'text' && {
        followUp: {
          grade: 'vague' as const,
          flags: [],
          why: rest.text,
          ask: help,
          example: help,
          offers: options.slice(0, 30),
        },
      }),
    commands: ['skip', 'back', 'light'],
    total: 9,
  }));

const taken = fc.record({ address: fc.constant('plan'), label: text, value: text, skipped: fc.boolean() });
const press = fc.record({ name: fc.constantFrom('begin' as const, 'edit' as const), subject: words, text });

export const part: fc.Arbitrary<Part> = fc.oneof(
  text.map((said): Part => ({ kind: 'text', text: said })),
  fc.array(press, { maxLength: 30 }).map((presses): Part => ({ kind: 'presses', presses })),
  fc
    .array(fc.record({ id: words, title: text, why: text, signal: text, minutes: fc.nat(90) }), { maxLength: 8 })
    .map((suggestions): Part => ({ kind: 'suggestions', suggestions })),
  fc
    .record({
      date: fc.oneof(fc.constant('2026-11-23'), words),
      status: fc.constantFrom('submitted', 'partial', 'excused'),
      lines: fc.array(fc.record({ label: text, value: text, onlyYou: fc.boolean() }), { maxLength: 40 }),
    })
    .map((card): Part => ({ kind: 'card', card })),
  fc
    .record({
      heading: fc.option(text),
      lines: fc.array(text, { maxLength: 12 }),
      small: fc.array(text, { maxLength: 14 }),
      presses: fc.array(press, { maxLength: 8 }),
    })
    .map((block): Part => ({ kind: 'block', ...block })),
  fc
    .record({ name: words, title: text })
    .map((file): Part => ({ kind: 'file', file: { ...file, of: 'everything', account: 'T1:a' } })),
  fc
    .array(
      fc.oneof(
        text.map((said) => ({ kind: 'say' as const, text: said })),
        question.map((asked) => ({ kind: 'ask' as const, question: asked })),
        taken.map((one) => ({ kind: 'taken' as const, taken: one })),
      ),
      { maxLength: 20 },
    )
    .map((effects): Part => ({ kind: 'effects', effects })),
);
