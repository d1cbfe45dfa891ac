import type { JsonValue } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { Input, Question } from '../flow/turn.ts';
import type { PanelAsked } from './create-panels.ts';
import type { Home } from './home.ts';
import type { Locale } from './member.ts';
import type { NumbersForm } from './numbers-form.ts';
import type { NumbersSubmitted } from './numbers-submit.ts';
import type { Panel } from './panel.ts';
import type { Profile } from './ports.ts';
import type { Part, Press } from './post.ts';
import type { Rhythm } from './rhythm-aside.ts';

/** What one input belongs to. `id` is Slack's event_id, action_ts...: the same cause is taken once. */
export type Cause = {
  readonly id: string;
  readonly at: Date;
  readonly inbox?: string;
  /** Nobody pressed or typed anything: Bearings speaks by itself, after those whom somebody waits for. */
  readonly byItself?: true;
};

/** Said at once and only to them, as the answer of a command. */
export type Aside = { readonly locale: Locale; readonly parts: readonly Part[] };

/** The open flow as one form. */
export type Form = {
  readonly locale: Locale;
  readonly session: string;
  readonly title: Text;
  readonly questions: readonly Question[];
};

export type Submitted =
  | { readonly kind: 'taken' }
  /** By address: shown under the field. Nothing was changed but the draft. */
  | { readonly kind: 'refused'; readonly locale: Locale; readonly errors: Readonly<Record<string, Text>> }
  | { readonly kind: 'old'; readonly locale: Locale; readonly text: Text };

export type PanelSubmitted =
  /** Nothing is changed yet. */
  | { readonly kind: 'shown'; readonly locale: Locale; readonly panel: Panel }
  | { readonly kind: 'taken'; readonly locale: Locale; readonly next?: Panel | Text }
  | {
      readonly kind: 'refused';
      readonly locale: Locale;
      readonly errors: Readonly<Record<string, readonly Text[]>>;
    }
  | { readonly kind: 'old'; readonly locale: Locale; readonly text: Text };

/**
 * The verbs of a conversation. Each resolves once its change is kept; what is to be said follows by itself, in order,
 * and survives a crash. None throws for what a person did; Redis or Slack being away is thrown.
 */
export type Coach = {
  /** A typed message, a button or menu of a question, a command inside a conversation. */
  hear(member: string, input: Input, cause: Cause): Promise<void>;
  /** A button outside a question. `old` when it no longer fits. */
  press(member: string, press: Pick<Press, 'name' | 'subject'>, cause: Cause): Promise<void>;
  /** `/checkin`: begins or resumes today's, or offers to edit it. */
  checkIn(member: string, cause: Cause): Promise<Aside>;
  /** `/bearings today` */
  today(member: string, cause: Cause): Promise<Aside>;
  /** `/bearings week`: this week so far. */
  week(member: string, cause: Cause): Promise<Aside>;
  /** `/bearings level`: where the account stands by what was recorded, and what is nearest. Changes nothing. */
  level(member: string, at: Date): Promise<Aside>;
  /** `/bearings why`: why something came by itself or did not, and what comes next. Changes nothing. */
  why(member: string, at: Date): Promise<Aside>;
  /** `/bearings away`, `back`, `pause`, `time`, with what followed the word. */
  rhythm(member: string, asked: { readonly rhythm: Rhythm; readonly words: string }, cause: Cause): Promise<Aside>;
  /** `/positioning`, with what followed it. */
  positioning(member: string, words: string, cause: Cause): Promise<Aside>;
  /** `/bearings help`, and `/bearings <unknown>` with the closest word. */
  help(member: string, word?: string): Promise<Aside>;
  /** First sight of a person: says who sees what, once. */
  welcome(member: string, cause: Cause): Promise<void>;
  home(member: string, at: Date): Promise<{ readonly locale: Locale; readonly home: Home }>;
  /** The open flow (a press of `form`), with what is typed so far deciding which questions show. Null: it is over. */
  form(member: string, session: string, typed?: Readonly<Record<string, JsonValue>>): Promise<Form | null>;
  submit(member: string, session: string, typed: Readonly<Record<string, JsonValue>>, cause: Cause): Promise<Submitted>;
  /** A form closed half-way: what was typed is kept for the next time. */
  keepDraft(member: string, session: string, typed: Readonly<Record<string, JsonValue>>): Promise<void>;
  /** The form for numbers of the account asked for, else of their own; `typed` is what stands in it by now. */
  numbersForm(
    member: string,
    asked: { readonly account?: string; readonly typed?: Readonly<Record<string, JsonValue>> },
    at: Date,
  ): Promise<NumbersForm>;
  /** Takes all that the form holds, or nothing and says why under each field. */
  submitNumbers(
    member: string,
    sent: { readonly account: string; readonly typed: Readonly<Record<string, JsonValue>> },
    cause: Cause,
  ): Promise<NumbersSubmitted>;
  /** `/bearings privacy`: who sees what of them by now. Changes nothing. */
  privacy(member: string, at: Date): Promise<Aside>;
  /** `/bearings export`: files in the direct message; of the company for admins only. */
  export(member: string, which: 'mine' | 'company', cause: Cause): Promise<Aside>;
  /** `/bearings audit`: who changed or saw what, for admins; all of it as a file. */
  audit(member: string, cause: Cause): Promise<Aside>;
  /** `/bearings forget-me`: what would go and what would stay. Changes nothing. */
  askToForget(member: string): Promise<Aside>;
  /** Deletes all that is kept of them, and says how much it was. */
  forget(member: string, cause: Cause): Promise<Aside>;
  /** A panel as it is for them now, or a few words where there is none for them. */
  panel(
    member: string,
    asked: PanelAsked,
    at: Date,
  ): Promise<{ readonly locale: Locale; readonly subject: string; readonly shown: Panel | Text }>;
  /** Takes all that a panel holds, or nothing and says why under each field. */
  submitPanel(member: string, asked: PanelAsked, cause: Cause): Promise<PanelSubmitted>;
  /** Slack told us of a changed name, language or zone, that somebody left, or is there again. `profile` is asked for those we know, and for nobody else. */
  noteProfile(member: string, profile: () => Promise<Profile>, cause: Cause): Promise<void>;
  localeOf(member: string): Promise<Locale>;
  /**
   * Does what is due for a member at `at`, each occurrence once, and plans what is due next. What is later than its
   * grace allows is passed over and noted for the admin. Resolves once what it had to say is on record and, as far as
   * Slack lets it, said.
   */
  due(member: string, at: Date): Promise<void>;
  /** Deletes what is older than each workspace keeps it: once a day, whoever asks and however often. */
  tidy(at: Date): Promise<void>;
  /** Says what was kept but not said by whoever died. Leases that end by `leasesUntil` are theirs: by now, unless told. */
  recover(now: Date, leasesUntil?: Date): Promise<number>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
};
