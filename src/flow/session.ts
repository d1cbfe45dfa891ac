import { z } from 'zod';

export const Grade = z.enum(['sharp', 'partial', 'vague']);
export type Grade = z.infer<typeof Grade>;

/** Where an answer stands: `plan`, `published[0].title`. */
export const Address = z.string().regex(/^[a-z][a-z0-9_]*(\[\d+\])?(\.[a-z][a-z0-9_]*(\[\d+\])?)*$/);

export const Person = z.union([z.strictObject({ member: z.string() }), z.strictObject({ name: z.string() })]);
export type Person = z.infer<typeof Person>;

/** text, long-text, choice, date (YYYY-MM-DD), time (HH:MM): a string; number, scale: a number; choices: strings. */
export const AnswerValue = z.union([z.string(), z.number(), z.array(z.string()), Person]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Given = z.strictObject({
  /** `null` when the person skipped the question. */
  value: AnswerValue.nullable(),
  grade: Grade.exactOptional(),
  flags: z.array(z.string()).exactOptional(),
  /** How many follow-ups the review has asked. */
  followUps: z.int().default(0),
  /** False while a follow-up is open: the answer is kept, and may still be sharpened. */
  settled: z.boolean().default(true),
  /** Put there before it was asked, to be kept or changed. */
  preset: z.boolean().exactOptional(),
  /** The follow-up brought nothing new: the review says of it what it said before. */
  again: z.boolean().exactOptional(),
});
export type Given = z.infer<typeof Given>;

const Json: z.ZodType<JsonValue> = z.json();
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Where one member stands in one flow. All that a later turn needs; survives JSON unchanged. */
export const Session = z.strictObject({
  id: z.string().min(1).max(100),
  flow: z.string(),
  version: z.int(),
  /** What was known when it began; does not change under the person's feet. */
  facts: z.record(z.string(), Json),
  answers: z.record(Address, Given),
  /** The question that waits; null before the first and after the last. */
  at: Address.nullable(),
  /** `say` steps already said. */
  said: z.array(z.string()),
  /** Counts inputs taken. A timer carries it, so that a stale one does nothing. */
  turn: z.int(),
  /** What a closed form had in it, by address, as typed. */
  draft: z.record(z.string(), Json).default({}),
});
export type Session = z.infer<typeof Session>;
