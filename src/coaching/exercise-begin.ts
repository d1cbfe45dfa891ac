import type { AnswerValue } from '../flow/session.ts';
import { startWith } from './begin.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import type { Exercise, Known } from './exercise.ts';
import type { Member } from './member.ts';
import { type KeptAnswers, versionOf } from './position.ts';

/**
 * Begins an exercise of an account, or goes on with it where it was left. One that was done before begins with what was
 * answered then, to be kept or changed.
 */
export function beginExercise(
  coaching: Coaching,
  member: Member,
  { exercise, known }: { readonly exercise: Exercise; readonly known: Omit<Known, 'member'> },
  moment: Moment,
): Decision {
  const { account, position } = known;
  const last = versionOf(position, exercise.element);
  const facts = {
    account: account.id,
    account_name: account.name,
    trade: position.trade ?? '',
    has_manager: account.manager !== null && account.manager !== member.id,
    again: last !== null,
    ...exercise.facts({ ...known, member }),
  };
  const given = {
    ...wordsOf(coaching, member, exercise),
    ...(last && valuesOf(last.answers)),
    ...(position.trade !== null && { 'company.trade': position.trade }),
  };
  return startWith(coaching, member, { flow: exercise.flow, facts, given, about: ['account'] }, moment);
}

const wordsOf = ({ translate }: Coaching, { locale }: Member, { given = {} }: Exercise): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([address, text]) => [address, translate(locale, text)]));

const valuesOf = (answers: KeptAnswers): Record<string, AnswerValue> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([address, { value }]) => (value === null ? [] : [[address, value] as const])),
  );
