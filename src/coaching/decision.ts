import type { Effect, World } from '../flow/turn.ts';
import type { Consequence } from './consequence.ts';
import type { CheckIn, Locale, Member } from './member.ts';
import type { Nudges } from './nudge-rules.ts';
import type { Translate } from './ports.ts';
import type { Part, Suggestion } from './post.ts';

/** What a pure rule makes of one member and one cause: the record to keep, and the one message to say. */
export type Decision = {
  readonly member: Member;
  readonly parts: readonly Part[];
  readonly checkIn?: CheckIn;
  /** What changes beyond the member's record. Needs parts: it is kept with their post. */
  readonly then?: readonly Consequence[];
};

/** What the rules of a conversation are told of the world, besides the member. All of it pure. */
export type Coaching = {
  readonly world: World;
  readonly translate: Translate;
  /** All that can be spoken. */
  readonly languages: readonly Locale[];
  readonly suggest: (member: Member, today: string) => readonly Suggestion[];
  /** Flows that may be begun by themselves: not those that are only a part of another. */
  readonly beginnable: ReadonlySet<string>;
  readonly nudges: Nudges;
  /** Ids of the playbook. */
  readonly actions: ReadonlySet<string>;
  /** Every language's words that ask for something while no conversation is open, in lower case. */
  readonly wishes: Readonly<Record<Wish, readonly string[]>>;
};

export type Wish = 'checkin' | 'today' | 'help';

/** When and why we act: `id` makes ids, `at` is now. */
export type Moment = { readonly id: string; readonly at: Date };

/** How a flow ended, with the answers on the path walked. */
export type Finish = Extract<Effect, { kind: 'finish' }>;
