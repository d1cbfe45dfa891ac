import { z } from 'zod';

/** An id of ours: lower case, digits and hyphens, so that it is safe in a button, a key and an expression. */
export const Id = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/, 'lower case letters, digits, - and _');

/** An id that expressions read as `answers.<name>` or `facts.<name>`: no hyphens, for CEL takes them for minus. */
export const Name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'lower case letters, digits and _');

/** A CEL expression over `answers`, `facts`, `computed` (and `value`, in a number's rule). */
export const Expression = z.string().min(1).max(500);

const Option = z.union([Id, z.strictObject({ id: Id, when: Expression })]);

const Options = {
  options: z.array(Option).min(1).max(100).exactOptional(),
  /** An expression that gives a list of `{id, label}`: the label is said as it is. */
  optionsFrom: Expression.exactOptional(),
  /** Where the labels are: `<labels>.<option>`; without it `<flow>.<step>.option.<option>`. */
  labels: z.string().exactOptional(),
};

export const Wait = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['text', 'long-text']),
    min: z.int().min(1).default(1),
    max: z.int().min(1).max(3000).default(300),
    pattern: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('choice'), ...Options }),
  z.strictObject({
    kind: z.literal('choices'),
    ...Options,
    /** Options that stand alone, as a button beside the list: pressing one answers with it and nothing else. */
    exclusive: z.array(Id).default([]),
    min: z.int().min(0).default(1),
    max: z.int().min(1).default(100),
  }),
  z.strictObject({
    kind: z.literal('number'),
    min: z.number().default(0),
    max: z.number().default(1_000_000_000),
    whole: z.boolean().default(false),
    /** True when the answer is fine; `value` is what was typed. Its refusal is `<flow>.<step>.rule`. */
    rule: Expression.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('scale'), min: z.int().min(0).default(1), max: z.int().max(10).default(5) }),
  z.strictObject({
    kind: z.literal('date'),
    /** Days from `facts.today`, inclusive: 0 is today. */
    from: z.int().exactOptional(),
    to: z.int().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('time'), from: z.string().exactOptional(), to: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('person'), orText: z.boolean().default(false) }),
]);
export type Wait = z.infer<typeof Wait>;

const Go = z.array(z.strictObject({ if: Expression, to: Name })).min(1);

const everyStep = {
  id: Name,
  /** The step is passed over unless this is true. What can't be evaluated is not true. */
  when: Expression.exactOptional(),
  /** After the step: the first that is true wins; else the next step in the file. Forwards only. */
  go: Go.exactOptional(),
  /** Blanks of the step's text. */
  values: z.record(z.string(), Expression).exactOptional(),
  /** The text is `<flow>.<step>.<variant>`, chosen by an expression. */
  variants: z.strictObject({ by: Expression, of: z.array(z.string()).min(1) }).exactOptional(),
};

export const AskStep = z.strictObject({
  kind: z.literal('ask'),
  ...everyStep,
  wait: Wait,
  optional: z.boolean().default(false),
  /**
   * Who may ever see the answer: the operator alone, or the manager too. `both`: a manager says it for the operators.
   * `apart`: nobody but whoever gave it, until two who answer the same have both shared theirs.
   */
  audience: z.enum(['operator', 'manager', 'both', 'apart']),
  /** The rule of `flows/red-flags/` that grades the answer. */
  review: Id.exactOptional(),
  /** A list of `{id, label}` offered as ready answers when the review asks again. */
  offers: Expression.exactOptional(),
  /** What authors call the question, as in `npm run review -- --question E1.3`. */
  code: z
    .string()
    .regex(/^[A-Z]\d+(\.\d+[a-z]?)?$/)
    .exactOptional(),
  /** There is a `<flow>.<step>.help`. */
  help: z.boolean().default(false),
});
export type AskStep = z.infer<typeof AskStep>;

export const SayStep = z.strictObject({ kind: z.literal('say'), ...everyStep });
export type SayStep = z.infer<typeof SayStep>;

export const SubStep = z.strictObject({
  kind: z.literal('sub'),
  ...everyStep,
  flow: Id,
  /** Walked again while true; the answers are `<step>[0].<inner>`, `<step>[1].<inner>`... `last` is the last round. */
  repeat: z.strictObject({ while: Expression, max: z.int().min(2).max(20) }).exactOptional(),
});
export type SubStep = z.infer<typeof SubStep>;

const EndStep = z.strictObject({ kind: z.literal('end'), id: Name, when: Expression.exactOptional() });

export const Step = z.discriminatedUnion('kind', [AskStep, SayStep, SubStep, EndStep]);
export type Step = z.infer<typeof Step>;

/** How a session of an older version is carried over; what does not fit after it is asked again, never lost. */
export const Migration = z.strictObject({
  /** Applies to sessions of this version and makes them `from + 1`. */
  from: z.int().min(1),
  rename: z.record(z.string(), z.string()).default({}),
  /** step id → old option → new option */
  options: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
export type Migration = z.infer<typeof Migration>;

export const Flow = z.strictObject({
  $schema: z.string().exactOptional(),
  id: Id,
  version: z.int().min(1),
  /** A session that nobody answers for this many working days of the member is closed with what it has. */
  expiresAfterWorkingDays: z.int().min(1).max(90).default(3),
  /** Every fact that an expression of this flow may read. */
  facts: z.array(Name).default([]),
  /** Named expressions, each may read the earlier ones as `computed.<name>`. */
  computed: z.record(Name, Expression).default({}),
  migrations: z.array(Migration).default([]),
  steps: z.array(Step).min(1).max(200),
});
export type Flow = z.infer<typeof Flow>;
export type Flows = ReadonlyMap<string, Flow>;
