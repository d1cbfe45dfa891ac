import type { Text } from '../flow/text.ts';
import type { Blocker } from './member.ts';
import type { CheckInCard, Press, Suggestion } from './post.ts';

/** What the Home tab shows: decided here, drawn by the surface. Empty lists have a text that says what to do next. */
export type Home = {
  readonly greeting: Text;
  /** Null for whoever only looks after the workspace. */
  readonly today: {
    readonly card: CheckInCard | null;
    readonly status: Text;
    readonly presses: readonly Press[];
  } | null;
  /** The one thing that was picked to do: then nothing else is offered. */
  readonly picked: { readonly text: Text; readonly presses: readonly Press[] } | null;
  readonly suggestions: readonly Suggestion[];
  /** One line per working day of this ISO week that has something, oldest first; never a gap or a streak. */
  readonly week: readonly { readonly date: string; readonly text: Text }[];
  /** What an operator may do with their week. */
  readonly weekPresses: readonly Press[];
  readonly blockers: readonly Blocker[];
  /** The position of each account in brief, with one next step. */
  readonly positions: readonly {
    readonly heading: Text;
    readonly lines: readonly Text[];
    readonly presses: readonly Press[];
  }[];
  /** The accounts that a manager answers for, in a line each. */
  readonly managed: readonly Text[];
  /** For whoever looks after the workspace; null for everybody else. */
  readonly setUp: { readonly lines: readonly Text[]; readonly presses: readonly Press[] } | null;
  /** What is theirs to settle. */
  readonly settings: readonly Press[];
  /** As `setUp`. */
  readonly undelivered: readonly Text[] | null;
  readonly privacy: Text;
};
