import type { JsonValue } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { Actor, Deed } from './access.ts';
import type { Account } from './account.ts';
import type { Entry } from './audit.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import type { Member } from './member.ts';
import type { PanelName } from './panel-name.ts';
import type { Profile } from './ports.ts';
import type { Press } from './post.ts';
import type { Workspace } from './workspace.ts';

/** What stands in a panel, by address; null where nothing does. People are `{ member }`. */
export type Typed = Readonly<Record<string, JsonValue>>;

export type Choice = { readonly id: string; readonly text: Text; readonly about?: Text };

/** One thing to be filled in. `value`: what stands in it when it is opened, unless something was typed since. */
export type Field = {
  /** Letters and dashes: an id among the fields of its panel. */
  readonly address: string;
  readonly label: Text;
  readonly hint?: Text;
  /** May be left empty. */
  readonly optional: boolean;
  /** Another choice makes another panel: it is drawn anew at once. */
  readonly redraws?: boolean;
} & (
  | { readonly kind: 'text' | 'long-text'; readonly value: string; readonly placeholder?: Text }
  | { readonly kind: 'choice'; readonly options: readonly Choice[]; readonly value: string | null }
  | { readonly kind: 'choices'; readonly options: readonly Choice[]; readonly value: readonly string[] }
  /** `HH:MM` */
  | { readonly kind: 'time'; readonly value: string | null }
  /** A member's id. */
  | { readonly kind: 'person'; readonly value: string | null }
  | { readonly kind: 'people'; readonly value: readonly string[] }
);

/** A form that is about settings rather than a conversation: decided here, drawn by the surface. */
export type Panel = {
  readonly title: Text;
  /** Said above the fields. */
  readonly words: readonly Text[];
  readonly fields: readonly Field[];
  /** Buttons below them: they open other panels, or do something at once. */
  readonly presses: readonly Press[];
  /** What sending it does; null: there is nothing to be sent. */
  readonly submit: Text | null;
};

/** All that a panel may know: read before it is drawn, and again before what was sent is taken. */
export type Seen = {
  readonly actor: Actor;
  readonly member: Member;
  readonly workspace: Workspace;
  /** The account that it is about, if they may do this to it. */
  readonly account: Account | null;
  /** All accounts of the workspace for an admin, else those that they run or answer for. */
  readonly accounts: readonly Account[];
  /** Of everybody who stands in its fields. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Members by what was written of them, where a panel asks for that. */
  readonly found: ReadonlyMap<string, readonly string[]>;
  /** What the subject names after the account. */
  readonly rest: readonly string[];
  readonly at: Date;
};

export type Sent =
  /** By address: said under the field. Nothing is changed. */
  | { readonly kind: 'refused'; readonly errors: Readonly<Record<string, readonly Text[]>> }
  /** Nothing is changed yet: this is what it would come to. */
  | { readonly kind: 'shown'; readonly panel: Panel }
  | {
      readonly kind: 'taken';
      /** Applied to the member as they are when it is kept. */
      readonly decide: (member: Member) => Decision;
      /** What stands there instead of the panel; without it the panel closes. */
      readonly next?: Panel | Text;
      /** Their language is that of the workspace again: it is asked for. */
      readonly asksProfile?: true;
      /** For the admins' record of who changed what. */
      readonly audit?: Omit<Entry, 'at' | 'by'>;
    };

export type PanelRule = {
  /** What one has to be allowed to do to see it, of its account if it has one. */
  readonly deed: Deed;
  /** Whether its subject has to name an account. */
  readonly isOfAccount: boolean;
  /** What was written of people who are to be looked up. */
  readonly names?: (typed: Typed) => readonly string[];
  open(coaching: Coaching, seen: Seen, typed: Typed): Panel | Text;
  send(coaching: Coaching, seen: Seen, typed: Typed, moment: Moment): Sent;
};

export type Panels = Readonly<Record<PanelName, PanelRule>>;

export const isPanel = (shown: Panel | Text): shown is Panel => 'fields' in shown;
