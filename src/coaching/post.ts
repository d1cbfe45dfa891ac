import { z } from 'zod';

import { Text } from '../flow/text.ts';
import type { Effect } from '../flow/turn.ts';
import { Chart } from './chart.ts';
import { Consequence } from './consequence.ts';

/** A finished check-in, as the operator sees it. */
export const CheckInCard = z.object({
  date: z.string(),
  status: z.enum(['submitted', 'partial', 'excused']),
  lines: z.array(z.object({ label: Text, value: Text, onlyYou: z.boolean() })),
});
export type CheckInCard = z.infer<typeof CheckInCard>;

/** One action of the playbook as it is offered. */
export const Suggestion = z.object({ id: z.string(), title: Text, why: Text, signal: Text, minutes: z.number() });
export type Suggestion = z.infer<typeof Suggestion>;

export const PressName = z.enum([
  'begin',
  'edit',
  'form',
  'do',
  'done',
  'dismiss',
  'unpick',
  'note-topic',
  'resume',
  'finish-first',
  'park',
  // rhythm
  'fill-in',
  'skip-day',
  'back',
  'numbers',
  'panel',
  'forget',
  // nudges
  'nudge-do',
  'nudge-later',
  'nudge-not-useful',
  'nudge-why',
  'nudge-fewer',
  // the operator's week
  'review',
  'preview-week',
  'edit-week',
  'send-week',
  'skip-week',
  'share-level',
  'hide-level',
  // the manager's answers
  'ask-a',
  'ask-b',
  'ask-talk',
  'ask-delegate',
  'reply',
  'unblock',
  'set-focus',
  'thank',
  'send-thanks',
  // the position
  'exercise',
  'share-element',
  'confirm-element',
  // the alignment of operator and manager
  'align',
  'align-again',
  'align-ask',
  'align-later',
  'align-share',
  'align-mark',
  'align-propose',
  'align-agree',
  'align-differ',
  'show-position',
  'export-position',
]);
/** A button outside a question: what it does, and to what (a flow, a date, an action's id; see subject.ts). */
export const Press = z.object({
  name: PressName,
  subject: z.string(),
  text: Text,
  /** The one that is most likely wanted. */
  main: z.boolean().exactOptional(),
  /** Asked before it is done, for it cannot be undone. */
  confirm: Text.exactOptional(),
});
export type Press = z.infer<typeof Press>;

/**
 * A file to be handed over with the message. What is in it is read when it is handed over, and is what its reader may
 * see then.
 */
export const Filed = z.object({
  /** With its ending. */
  name: z.string(),
  title: Text,
  of: z.enum([
    'position',
    'topics',
    'versions',
    'decisions',
    'everything',
    // What is kept of whoever gets it; of the whole workspace; who changed or saw what.
    'mine',
    'mine-table',
    'company',
    'company-table',
    'audit',
  ]),
  /** Of the first five: whose. Else empty. */
  account: z.string(),
});
export type Filed = z.infer<typeof Filed>;

/** Effects were made by the engine a moment ago and are ours; they are not read again field by field. */
const Effects = z.array(z.custom<Effect>((value) => typeof value === 'object' && value !== null && 'kind' in value));

export const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('effects'), effects: Effects }),
  z.object({ kind: z.literal('card'), card: CheckInCard }),
  z.object({ kind: z.literal('suggestions'), suggestions: z.array(Suggestion) }),
  z.object({ kind: z.literal('text'), text: Text }),
  z.object({ kind: z.literal('presses'), presses: z.array(Press) }),
  /** A part of a longer message: a heading, some lines, words in small print, and what can be done about it. */
  z.object({
    kind: z.literal('block'),
    heading: Text.nullable(),
    lines: z.array(Text),
    small: z.array(Text),
    presses: z.array(Press),
  }),
  z.object({ kind: z.literal('chart'), chart: Chart }),
  z.object({ kind: z.literal('file'), file: Filed }),
]);
export type Part = z.infer<typeof Part>;

/** One message to one member. Its id comes from what caused it, so that it is said once. */
export const Post = z.object({
  id: z.string(),
  parts: z.array(Part),
  /** ISO: until then whoever wrote it is delivering it, and nobody else may. */
  leaseUntil: z.string(),
  /** Carried out before the post is said. */
  then: z.array(Consequence).default([]),
  /** Nobody waits for it: it lets what people wait for go first. */
  bulk: z.boolean().default(false),
});
export type Post = z.infer<typeof Post>;
