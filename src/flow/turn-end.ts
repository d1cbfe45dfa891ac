import { toAskedQuestion } from './question.ts';
import type { AnswerValue, Given, Session } from './session.ts';
import { labelText, personText } from './step-text.ts';
import { withSession, type Talk } from './talk.ts';
import { literal, type Text } from './text.ts';
import type { Effect, Taken, Turn } from './turn.ts';
import { walkAll, walkToOpen, type Place, type Visit } from './walk.ts';

type Finish = Extract<Effect, { kind: 'finish' }>;

export const say = (key: string, values?: Text['values']): Effect => ({
  kind: 'say',
  text: values ? { key, values } : { key },
});

/** Walks on to the first open question and asks it, or finishes. */
export function goOn(talk: Talk, before: readonly Effect[] = []): Turn {
  const { session } = talk;
  const { visits, says } = walkToOpen(talk);
  const fresh = says.filter(({ address }) => !session.said.includes(address));
  const said = [...session.said, ...fresh.map(({ address }) => address)];
  const effects = [...before, ...fresh.map(({ text }): Effect => ({ kind: 'say', text }))];
  const open = visits.at(-1);
  const next = withSession(talk, { ...session, said });
  return open?.open ? ask(next, open, effects) : finish(next, { outcome: 'done', before: effects });
}

/** Asks one question of the path, answered or not. */
export function ask(talk: Talk, visit: Visit, before: readonly Effect[] = []): Turn {
  const session: Session = { ...talk.session, at: visit.address };
  const question = toAskedQuestion(withSession(talk, session), visit);
  return { session, effects: [...before, { kind: 'ask', question }] };
}

/** The question that waits, once more. */
export function askAgain(talk: Talk, before: readonly Effect[] = []): Turn {
  const visit = waitingVisit(talk);
  return visit ? ask(talk, visit, before) : goOn(talk, before);
}

/** Where the session stands on the path: at the question asked last, or at the first open one. */
export function waitingVisit(talk: Talk): Visit | undefined {
  const { visits } = walkToOpen(talk);
  return visits.find((visit) => visit.address === talk.session.at) ?? visits.findLast((visit) => visit.open);
}

/** Closes the session with what was given on the path, unanswered questions passed over. */
export function finish(
  talk: Talk,
  { outcome, before = [] }: { readonly outcome: Finish['outcome']; readonly before?: readonly Effect[] },
): Turn {
  const session: Session = { ...talk.session, at: null };
  const given = walkAll(talk).visits.flatMap(({ address, given }): [string, Given][] =>
    given ? [[address, given]] : [],
  );
  const effect: Finish = { kind: 'finish', outcome, session, answers: Object.fromEntries(given) };
  return { session: null, effects: [...before, effect] };
}

/** The answer in one line, for the message that asked. */
export const takenEffect = (place: Place, value: AnswerValue | null): Effect => ({
  kind: 'taken',
  taken: toTaken(place, value),
});

export const toTaken = (place: Place, value: AnswerValue | null): Taken => ({
  address: place.address,
  label: labelText(place),
  value: valueText(place, value),
  skipped: value === null,
});

function valueText(place: Place, value: AnswerValue | null): Taken['value'] {
  if (value === null) return { key: 'conversation.skipped' };
  if (typeof value === 'number') return { key: 'literal', values: { text: value } };
  if (Array.isArray(value)) return { key: 'literal', values: { text: value.map((id) => optionText(place, id)) } };
  if (typeof value === 'object') return 'name' in value ? literal(value.name) : personText(value.member);
  return optionText(place, value);
}

const optionText = (place: Place, id: string): Text =>
  place.options.find((option) => option.id === id)?.text ?? literal(id);
