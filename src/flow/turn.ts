import type { AskStep, Flows, Wait } from './flow.ts';
import type { AnswerValue, Given, Grade, JsonValue, Session } from './session.ts';
import type { Text } from './text.ts';

/** `help`: what one may do here. `explain`: only what this question means. */
export type Command = 'back' | 'skip' | 'stop' | 'help' | 'explain' | 'repeat' | 'later' | 'keep' | 'change' | 'light';

/** What came in. `value` is a button, a menu or a picker: it names the session and the question it belongs to. */
export type Input =
  | { readonly kind: 'text'; readonly text: string; readonly people?: readonly string[] }
  | { readonly kind: 'value'; readonly session: string; readonly address: string; readonly value: JsonValue }
  | { readonly kind: 'command'; readonly command: Command; readonly session?: string; readonly address?: string }
  | { readonly kind: 'form'; readonly session: string; readonly values: Readonly<Record<string, JsonValue>> }
  | { readonly kind: 'timeout'; readonly session: string; readonly turn: number };

/** Why an answer could not be taken: `retry.<why>` in locales/ says it, with these values in the blanks. */
export type Refusal = {
  readonly why:
    | 'empty'
    | 'too-short'
    | 'too-long'
    | 'pattern'
    | 'choose-one'
    | 'choose-some'
    | 'too-few'
    | 'too-many'
    | 'not-a-number'
    | 'not-whole'
    | 'out-of-range'
    | 'rule'
    | 'not-a-date'
    | 'date-range'
    | 'not-a-time'
    | 'time-range'
    | 'not-a-person'
    | 'required';
  readonly text: Text;
};

export type ShownOption = { readonly id: string; readonly text: Text };

/** What the review says of a vague answer: why, one specific question, one example. `flags` for records and tests. */
export type FollowUp = {
  readonly grade: Grade;
  readonly flags: readonly string[];
  readonly why: Text;
  readonly ask: Text;
  readonly example?: Text;
  /** Ready answers; picking one answers with its label. */
  readonly offers: readonly ShownOption[];
};

/** A question ready to be shown: nothing left to evaluate. */
export type Question = {
  readonly session: string;
  readonly flow: string;
  readonly step: string;
  readonly address: string;
  readonly text: Text;
  /** One or two words for it, for the collapsed line, a form's label and "change <label>". */
  readonly label: Text;
  readonly help?: Text;
  readonly wait: Wait;
  readonly options: readonly ShownOption[];
  readonly optional: boolean;
  readonly audience: AskStep['audience'];
  readonly given?: AnswerValue;
  readonly draft?: JsonValue;
  readonly followUp?: FollowUp;
  /** What may be done here beside answering; a surface offers these as buttons. */
  readonly commands?: readonly Command[];
  /** This is question `number` of about `total`. */
  readonly number: number;
  readonly total: number;
};

/** An answer as it was taken, ready to be shown in one line. */
export type Taken = { readonly address: string; readonly label: Text; readonly value: Text; readonly skipped: boolean };

export type Effect =
  | { readonly kind: 'say'; readonly text: Text }
  | { readonly kind: 'ask'; readonly question: Question }
  /** An earlier question was answered: its message may be collapsed. */
  | { readonly kind: 'taken'; readonly taken: Taken }
  | {
      readonly kind: 'finish';
      readonly outcome: 'done' | 'stopped' | 'expired';
      readonly session: Session;
      /** The answers on the path walked. Those off it stay in `session.answers`. */
      readonly answers: Readonly<Record<string, Given>>;
    };

/** All that the coach does between two inputs. A `session` of null: the conversation is over. */
export type Turn = { readonly session: Session | null; readonly effects: readonly Effect[] };

export type Review = (
  rule: string,
  answer: string,
  facts: Readonly<Record<string, JsonValue>>,
) => Omit<FollowUp, 'offers'>;

/** What the engine is told of the world: data, a judge, and the words a person may type. */
export type World = {
  readonly flows: Flows;
  readonly review: Review;
  /** Every language's wording of a text, so that a typed label is understood in any of them. */
  readonly wordings: (text: Text) => readonly string[];
  /** Every language's words for a command, in lower case. */
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  /** Every language's ways to say that one doesn't know, or doesn't mind. */
  readonly unsure: readonly string[];
};
