import { own } from './fold.ts';
import { migrate } from './migrate.ts';
import { toQuestion } from './question.ts';
import { isBlank, readAnswer } from './read-answer.ts';
import { refuse } from './refuse.ts';
import { Address, type AnswerValue, type Given, type JsonValue, type Session } from './session.ts';
import { judge, plainGiven } from './take.ts';
import { withSession, type Talk } from './talk.ts';
import { goOn, takenEffect } from './turn-end.ts';
import type { Question, Refusal, Turn, World } from './turn.ts';
import { fitting, walkAll, type Place, type Visit } from './walk.ts';

export type Typed = Readonly<Record<string, JsonValue>>;

export type ReadForm = {
  readonly questions: readonly Question[];
  /** By address: what can't be taken, and why. Empty: the form may be submitted. */
  readonly refused: Readonly<Record<string, Refusal>>;
  /** By address: what can. `null` for an optional field left blank. */
  readonly values: Readonly<Record<string, AnswerValue | null>>;
};

/** Every question that would show in one form, given the answers and what is typed so far. */
export const formQuestions = (world: World, session: Session, typed?: Typed): readonly Question[] =>
  readForm(world, session, typed).questions;

/** Checks a form without changing anything. A field that was not there (absent from `typed`) is not missed. */
export function readForm(world: World, session: Session, typed?: Typed): ReadForm {
  const talk = { world, session: migrate(world, session).session };
  const { visits, refused, values } = walkForm(talk, typed ?? talk.session.draft);
  const questions = visits.map((visit) => toQuestion(talk, visit, visits));
  return { questions, refused: Object.fromEntries(refused), values: Object.fromEntries(values) };
}

/** Keeps what was typed into a form that was closed; a field that was emptied holds nothing. */
export function withDraft(session: Session, typed: Typed): Session {
  const ours = Object.entries(typed).filter(([address]) => Address.safeParse(address).success);
  const fields = Object.entries({ ...session.draft, ...Object.fromEntries(ours) });
  return { ...session, draft: Object.fromEntries(fields.filter(([, value]) => !isBlank(value))) };
}

/** Stores every valid answer at once, then walks on. What is vague is asked about afterwards, one at a time. */
export function submitForm(talk: Talk, typed: Typed): Turn {
  const { session } = talk;
  const { visits, values } = walkForm(talk, typed);
  const changed = visits.flatMap((visit): [string, Given][] => {
    const value = values.get(visit.address);
    const before = own(session.answers, visit.address);
    if (value === undefined || (isSame(before, value) && before?.preset !== true)) return [];
    return [[visit.address, value === null ? plainGiven(null) : judge(talk, visit, value)]];
  });
  const answers = { ...session.answers, ...Object.fromEntries(changed) };
  const asked = visits.find((visit) => visit.address === session.at);
  const value = values.get(session.at ?? '');
  const taken = asked && value !== undefined ? [takenEffect(asked, value)] : [];
  return goOn(withSession(talk, { ...session, answers, draft: {} }), taken);
}

type Walked = {
  readonly visits: readonly Visit[];
  readonly refused: Map<string, Refusal>;
  readonly values: Map<string, AnswerValue | null>;
};

function walkForm(talk: Talk, typed: Typed): Walked {
  const { world, session } = talk;
  const refused = new Map<string, Refusal>();
  const values = new Map<string, AnswerValue | null>();
  const { visits } = walkAll(talk, (place) => {
    const before = own(session.answers, place.address);
    const raw = own(typed, place.address);
    if (raw === undefined) return before;
    const read = readField(world, place, raw);
    if (!read.ok) {
      refused.set(place.address, read.refusal);
      return undefined;
    }
    values.set(place.address, read.value);
    return isSame(before, read.value) ? before : plainGiven(read.value);
  });
  return { visits: visits.map((visit) => withKept(visit, session)), refused, values };
}

/** A question shows the answer that is kept; what is typed is the form's own. */
function withKept(visit: Visit, session: Session): Visit {
  return { ...visit, given: fitting(visit, own(session.answers, visit.address)) };
}

type ReadField =
  | { readonly ok: true; readonly value: AnswerValue | null }
  | { readonly ok: false; readonly refusal: Refusal };

function readField(world: World, place: Place, raw: JsonValue): ReadField {
  const { wait, optional } = place.step;
  if (!isBlank(raw)) return readAnswer(world, place, { value: raw });
  if (optional) return { ok: true, value: null };
  if (wait.kind === 'choices' && wait.min === 0) return { ok: true, value: [] };
  return { ok: false, refusal: refuse('required') };
}

const isSame = (given: Given | undefined, value: AnswerValue | null): boolean =>
  given !== undefined && JSON.stringify(given.value) === JSON.stringify(value);
