import { z } from 'zod';

import { AnswerValue, Grade } from '../flow/session.ts';
import { Alignment, Matter, Settled } from './alignment.ts';

const LocalDate = z.iso.date();

/** What an account's position is made of: one exercise each, in the order in which they are best done. */
export const ELEMENTS = ['purpose', 'audience', 'difference', 'pillars', 'goals', 'voice', 'team'] as const;
export const Element = z.enum(ELEMENTS);
export type Element = z.infer<typeof Element>;

/** Where the examples come from. */
export const Trade = z.enum(['manufacturing', 'retail', 'tourism', 'hospital', 'bank', 'school', 'other']);
export type Trade = z.infer<typeof Trade>;

/** An answer of an exercise, by its address, as the engine gives it. */
const Kept = z.strictObject({
  value: AnswerValue.nullable(),
  grade: Grade.exactOptional(),
  flags: z.array(z.string()).exactOptional(),
});
export const KeptAnswers = z.record(z.string(), Kept);
export type KeptAnswers = z.infer<typeof KeptAnswers>;

/** One time that an exercise was done. */
export const Version = z.strictObject({
  /** Of the conversation that it comes from: the same one makes it once. */
  id: z.string(),
  by: z.string(),
  on: LocalDate,
  /** Version of the flow. */
  flow: z.int(),
  answers: KeptAnswers,
  grade: Grade,
  flags: z.array(z.string()),
  /** Whether a real person was met for it. Null where that is not asked. */
  evidence: z.enum(['observed', 'assumption']).nullable(),
  /** When its operator showed it to the manager. Until then it is the operators' alone. */
  sharedOn: LocalDate.nullable(),
});
export type Version = z.infer<typeof Version>;

const Part = z.strictObject({
  /** Oldest first; the last one holds. */
  versions: z.array(Version),
  /** When somebody last said that it is still true. */
  confirmedOn: LocalDate.nullable(),
});

/** Something to write about. */
export const Topic = z.strictObject({
  /** Of what it came from and its words: the same is noted once. */
  id: z.string(),
  text: z.string(),
  pillar: z.string().nullable(),
  source: z.union([Element, z.literal('check-in')]),
  on: LocalDate,
  by: z.string(),
  usedOn: LocalDate.nullable(),
});
export type Topic = z.infer<typeof Topic>;

/**
 * What the people of an account worked out about its position. It is the operators' own; its manager sees versions that
 * were shared, and of the alignment what both sides shared.
 */
export const Position = z.strictObject({
  v: z.literal(1),
  /** The account's id. */
  account: z.string(),
  trade: Trade.nullable().default(null),
  elements: z.partialRecord(Element, Part).default({}),
  topics: z.array(Topic).default([]),
  alignment: Alignment.nullable().default(null),
  /** What operator and manager agreed on, by the question that it answers. */
  settled: z.partialRecord(Matter, Settled).default({}),
});
export type Position = z.infer<typeof Position>;

export const newPosition = (account: string): Position => Position.parse({ v: 1, account });

/** What holds of an element by now; null while its exercise was never finished. */
export const versionOf = (position: Position, element: Element): Version | null =>
  position.elements[element]?.versions.at(-1) ?? null;

/** The last version of an element that its manager may see. */
export const sharedVersionOf = (position: Position, element: Element): Version | null =>
  position.elements[element]?.versions.findLast(({ sharedOn }) => sharedOn !== null) ?? null;

/** When an element was last worked out or said to be true; null when it never was. */
export function freshOn(position: Position, element: Element): string | null {
  const made = versionOf(position, element)?.on ?? null;
  const confirmed = position.elements[element]?.confirmedOn ?? null;
  return made !== null && confirmed !== null && confirmed > made ? confirmed : made;
}
