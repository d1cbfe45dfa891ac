import { z } from 'zod';

import { Person } from '../flow/session.ts';
import { Text } from '../flow/text.ts';
import { CustomQuestion } from './custom-question.ts';
import { LevelId } from './maturity-level.ts';
import { Element } from './position.ts';

const LocalDate = z.iso.date();
/** ISO week, `2026-W48`. */
export const Week = z.string().regex(/^\d{4}-W\d\d$/);

/** One published piece. */
export const Item = z.strictObject({
  /** `<date>-<user>-<n>` */
  id: z.string(),
  operator: z.string(),
  date: LocalDate,
  title: z.string(),
  intent: z.string(),
  pillar: z.string(),
  slot: z.enum(['lead', 'secondary']).nullable(),
  requestedBy: z.string(),
  /** The topic that it answers: its id, never its words. */
  topic: z.string().nullable().default(null),
});
export type Item = z.infer<typeof Item>;

/** A number as somebody entered it: of one piece at an age in days since it came out, or of the whole account. */
export const Snapshot = z.strictObject({
  /** An item's id, or `account`. */
  subject: z.string(),
  /** An id of coaching/metric.ts. */
  name: z.string(),
  value: z.number(),
  /** The day the number is of. */
  on: LocalDate,
  age: z.int().nullable(),
  source: z.enum(['check-in', 'form', 'table']),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What is stuck, as its operator agreed to pass it on. */
export const SharedBlocker = z.strictObject({
  id: z.string(),
  operator: z.string(),
  text: z.string(),
  owner: Person.nullable(),
  category: z.string().nullable(),
  openedOn: LocalDate,
  /** What the manager said they do about it, and when. */
  reply: z.strictObject({ text: z.string(), on: LocalDate }).nullable(),
});
export type SharedBlocker = z.infer<typeof SharedBlocker>;

const AskChoice = z.enum(['a', 'b', 'talk', 'delegate']);

/** What the manager is to decide. */
export const Ask = z.strictObject({
  id: z.string(),
  operator: z.string(),
  text: z.string(),
  a: z.string(),
  b: z.string(),
  /** What the operator would choose. */
  prefers: z.enum(['a', 'b']).nullable(),
  /** What waiting costs, in the operator's words. */
  waiting: z.string().nullable(),
  dueOn: LocalDate.nullable(),
  askedOn: LocalDate,
  answer: z
    .strictObject({ choice: AskChoice, note: z.string().nullable(), to: Person.nullable(), on: LocalDate })
    .nullable(),
});
export type Ask = z.infer<typeof Ask>;

/** Something the manager did about the account. Presence is not among it. */
export const ManagerEvent = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'viewed_digest',
    'replied',
    'answered_ask',
    'unblocked',
    'set_focus',
    'thanked',
    'talked',
    'answered_question',
  ]),
  on: LocalDate,
});
export type ManagerEvent = z.infer<typeof ManagerEvent>;

/** What an operator passed on of one week, or that they did not want to. */
export const WeekEntry = z.strictObject({
  week: Week,
  operator: z.string(),
  status: z.enum(['sent', 'skipped']),
  on: LocalDate,
  /** Ids of pieces, blockers and asks that are held back from the digest. */
  heldBack: z.array(z.string()),
  /** What they learned of readers and ticked to be shared. */
  learnings: z.array(z.string()),
  /** A line of their own for the manager. */
  line: z.string().nullable(),
  /** What the coming week is for. */
  focus: z.string().nullable(),
  /** What the manager could say thank you for, in the operator's words or the coach's fact. */
  win: z.string().nullable(),
});
export type WeekEntry = z.infer<typeof WeekEntry>;

/** What was planned to come out, as far as its operators share it. */
export const Plan = z.strictObject({
  /** `share`: of all that comes out, 0 to 1. */
  pillars: z.array(z.strictObject({ name: z.string(), share: z.number().min(0).max(1).nullable() })),
  /** The most promotion that there is to be, 0 to 1. */
  promoCap: z.number().min(0).max(1).nullable(),
  /** Pieces. */
  perWeek: z.number().nullable(),
});
export type Plan = z.infer<typeof Plan>;

/** Who there is for the account and how much time, as far as its operators share it. */
export const Team = z.strictObject({
  /** Roles that nobody covers: ids of coaching/roles.ts. */
  uncovered: z.array(z.string()),
  /** In a week. */
  hours: z.number().nullable(),
  /** Pieces that these hours carry in a week. */
  capacity: z.number().nullable(),
});
export type Team = z.infer<typeof Team>;

/** An answer to a question of the company's own that says its manager sees it. */
export const OwnAnswer = z.strictObject({
  operator: z.string(),
  date: LocalDate,
  question: z.string(),
  answer: Text,
});
export type OwnAnswer = z.infer<typeof OwnAnswer>;

/** One media account: who runs it, who answers for it, and all that its manager may know. Nothing private gets here. */
export const Account = z.strictObject({
  v: z.literal(1),
  /** `<team_id>:<id>` */
  id: z.string(),
  name: z.string(),
  platforms: z.array(z.string()),
  operators: z.array(z.string()),
  manager: z.string().nullable(),
  /** When its operator began. */
  since: LocalDate.exactOptional(),
  items: z.array(Item).default([]),
  numbers: z.array(Snapshot).default([]),
  blockers: z.array(SharedBlocker).default([]),
  asks: z.array(Ask).default([]),
  events: z.array(ManagerEvent).default([]),
  weeks: z.array(WeekEntry).default([]),
  /** Digests that went out. `whole`: with something that an operator had passed on. */
  digests: z.array(z.strictObject({ week: Week, on: LocalDate, whole: z.boolean() })).default([]),
  focus: z
    .strictObject({ text: z.string(), by: z.enum(['manager', 'operator']), on: LocalDate })
    .nullable()
    .default(null),
  leadMetric: z.string().nullable().default(null),
  /** The share of promotion that was agreed on, 0 to 1. */
  promoCap: z.number().min(0).max(1).default(0.4),
  plan: Plan.nullable().default(null),
  team: Team.nullable().default(null),
  /** By element of the position that its operators share: when it was last worked out, or said to be true. */
  shared: z.partialRecord(Element, LocalDate).default({}),
  /** Where the operation stands: only while its operator agrees. */
  level: z.strictObject({ level: LevelId, on: LocalDate }).nullable().default(null),
  /** What is asked of its operators in the daily check-in, beside our own questions and the workspace's. */
  questions: z.array(CustomQuestion).default([]),
  answers: z.array(OwnAnswer).default([]),
  /** Whether a week goes to the manager without a press. Only the operator may switch it on. */
  sendsByItself: z.boolean().default(false),
});
export type Account = z.infer<typeof Account>;

/** What an operator tells of their account when they begin. */
export type ToldAccount = Pick<Account, 'v' | 'id' | 'name' | 'platforms' | 'operators' | 'manager' | 'since'>;

/** The account once its operator told of it (again): what they left out stays as it was. */
export function toldAgain(before: Account | null, told: ToldAccount): Account {
  if (!before) return Account.parse(told);
  const since = before.since ?? told.since;
  return {
    ...before,
    ...(since !== undefined && { since }),
    name: told.name,
    platforms: told.platforms.length > 0 ? told.platforms : before.platforms,
    operators: [...new Set([...before.operators, ...told.operators])],
    manager: told.manager ?? before.manager,
  };
}
