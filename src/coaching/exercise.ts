import type { Grade, JsonValue } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { AccountChange } from './account-change.ts';
import type { Account } from './account.ts';
import type { AskWords } from './ask-in.ts';
import type { Member } from './member.ts';
import type { PositionBrief } from './position-brief.ts';
import type { Element, KeptAnswers, Position, Version } from './position.ts';

/** What an exercise begins with. */
export type Known = {
  readonly account: Account;
  readonly position: Position;
  readonly member: Member;
  /** The member's local date. */
  readonly today: string;
};

/** What an exercise comes to, ready to be read: the lines of its card, and what is said of them in small print. */
export type Sheet = { readonly lines: readonly Text[]; readonly small: readonly Text[] };

/** What is made of the answers once, when the exercise is finished. */
export type Outcome = {
  /** Null: the worst of the answers that were reviewed. */
  readonly grade: Grade | null;
  /** What the coach saw in the answers taken together: `no_exclusion`, `role_gap`... */
  readonly flags: readonly string[];
  readonly evidence: Version['evidence'];
  /** What could be written about. */
  readonly topics: readonly { readonly text: string; readonly pillar: string | null }[];
  /** Actions of the playbook that follow from the answers, the most fitting first. */
  readonly actions: readonly string[];
};

/** One positioning exercise: what is particular to it. All of it pure. */
export type Exercise = {
  readonly element: Element;
  readonly flow: string;
  /** How long it takes, as it is announced. */
  readonly minutes: number;
  /** What its flow knows beside the day, the account, the trade and whether there is a manager. */
  readonly facts: (known: Known) => Readonly<Record<string, JsonValue>>;
  readonly outcome: (answers: KeptAnswers, facts: Readonly<Record<string, JsonValue>>) => Outcome;
  readonly sheet: (version: Version) => Sheet;
  /** What the daily work needs of it. */
  readonly brief: (version: Version) => Partial<PositionBrief>;
  /** What the account, which the manager sees, learns once this version is shared. */
  readonly shared: (version: Version) => readonly AccountChange[];
  /** Put there for the operator to keep or to change, in their language: words for a question to the manager. */
  readonly given?: Readonly<Record<string, Text>>;
  /** What its operator said is to be asked of the manager now. */
  readonly asks?: (answers: KeptAnswers) => AskWords | null;
};
