import { z } from 'zod';

import { Grade } from '../flow/session.ts';
import { Element, Topic } from './position.ts';

/** So many open topics are at hand in a conversation. */
export const TOPICS_AT_HAND = 10;

/** What the daily work needs of a position: kept with each operator, so that an answer costs no further read. */
export const PositionBrief = z.strictObject({
  account: z.string(),
  /** The exercises done: when they were last worked out or confirmed. */
  done: z.partialRecord(
    Element,
    z.strictObject({
      on: z.iso.date(),
      grade: Grade,
      evidence: z.enum(['observed', 'assumption']).nullable(),
      flags: z.array(z.string()),
    }),
  ),
  /** Who is read for first, in the operator's words. */
  reader: z.string().nullable(),
  /** Ids of the account's main jobs. */
  jobs: z.array(z.string()),
  pillars: z.array(
    z.strictObject({
      name: z.string(),
      question: z.string().nullable(),
      role: z.enum(['help', 'hub', 'hero']).nullable(),
      /** Of what is published, 0 to 1. */
      share: z.number().nullable(),
    }),
  ),
  /** The share of promotion that was planned, 0 to 1. */
  promoShare: z.number().nullable(),
  /** Pieces a week that were planned. */
  perWeek: z.number().nullable(),
  /** Material that nobody else has: ids. */
  assets: z.array(z.string()),
  /** An id of coaching/metric.ts. */
  lead: z.string().nullable(),
  hasBaseline: z.boolean(),
  hours: z.number().nullable(),
  solo: z.boolean(),
  /** Roles that nobody covers. */
  uncovered: z.array(z.string()),
  /** Roles that they decided to do without, or to borrow. */
  dropped: z.array(z.string()),
  /** How many departments gave material in a month; null: nobody said. */
  departments: z.int().nullable().default(null),
  /** When something that was worked out before was last changed after meeting readers. */
  changedOn: z.iso.date().nullable().default(null),
  /** Open ones, newest last. */
  topics: z.array(Topic.pick({ id: true, text: true, pillar: true })).max(TOPICS_AT_HAND),
  topicsOpen: z.int(),
  /** The open round in which operator and manager answer apart: whose answers are there. Null: none waits for either. */
  alignment: z
    .strictObject({ startedOn: z.iso.date(), mine: z.boolean(), theirs: z.boolean() })
    .nullable()
    .default(null),
  /** How alike the two saw it when they last compared, 0 to 100: only with the operator who took part. */
  aligned: z.strictObject({ index: z.int(), on: z.iso.date() }).nullable().default(null),
  /** Elements that something both agreed on speaks against. */
  contradicted: z.array(Element).default([]),
});
export type PositionBrief = z.infer<typeof PositionBrief>;
