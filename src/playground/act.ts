import { z } from 'zod';

import { Locale } from '../coaching/member.ts';
import { COMPANIES } from '../config.ts';
import { Choices, Chosen } from './block.ts';
import { MOVES } from './moves.ts';
import { PERSONS } from './page/people.ts';

const person = z.enum(PERSONS);
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ts: z.string() }),
  z.object({ kind: z.literal('modal'), view: z.string() }),
  z.object({ kind: z.literal('home') }),
]);
export type Place = z.infer<typeof place>;

/** What a person does on the page. */
export const Act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), person, tab: z.enum(['home', 'messages']) }),
  z.object({ kind: z.literal('say'), person, text: z.string().max(40_000) }),
  z.object({
    kind: z.literal('press'),
    person,
    place,
    block: z.string(),
    action: z.string(),
    chosen: Chosen,
    choices: Choices,
  }),
  z.object({ kind: z.literal('submit'), person, view: z.string(), choices: Choices }),
  z.object({ kind: z.literal('close'), person, view: z.string(), choices: Choices }),
  z.object({ kind: z.literal('language'), locale: Locale }),
  z.object({ kind: z.literal('clock'), to: z.enum(MOVES) }),
  z.object({ kind: z.literal('start-over'), company: z.enum(COMPANIES) }),
]);
export type Act = z.infer<typeof Act>;

/** How it went. `errors`: what the bot says of a form's fields, by `block_id`. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'no-such-command' }
  | { readonly kind: 'gone' }
  /** Somebody is moving the clock already. */
  | { readonly kind: 'moving' };
