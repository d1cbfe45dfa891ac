import { known } from './expression.ts';
import { own } from './fold.ts';
import { reopenQuoting } from './quoted.ts';
import type { AnswerValue, Given } from './session.ts';
import { labelText } from './step-text.ts';
import { withSession, type Talk } from './talk.ts';
import { goOn, say, takenEffect } from './turn-end.ts';
import type { Effect, Turn } from './turn.ts';
import type { Visit } from './walk.ts';

const MAX_FOLLOW_UPS = 2;

/** Keeps an answer, and goes on: to the follow-up if the review has one, else to the first open question. */
export function take(talk: Talk, visit: Visit, value: AnswerValue): Turn {
  const given = judge(talk, visit, value);
  const before: Effect[] = [takenEffect(visit, value)];
  if (given.grade === 'vague' && given.settled)
    before.push(say('conversation.saved-as-draft', { label: labelText(visit) }));
  return goOn(withAnswer(talk, visit.address, given), before);
}

/**
 * Keeps an answer without a follow-up: a ready answer of ours, "keep as it is", or a skip (null). What was there before it
 * was asked is graded now.
 */
export function takeAsItIs(
  talk: Talk,
  visit: Visit,
  { given, before = [] }: { readonly given: Given; readonly before?: readonly Effect[] },
): Turn {
  const { preset, again: _, ...own } = given;
  const { value } = own;
  const graded = preset && value !== null ? { ...judge(talk, visit, value), followUps: 0 } : own;
  const settled: Given = { ...graded, settled: true };
  return goOn(withAnswer(talk, visit.address, settled), [takenEffect(visit, given.value), ...before]);
}

/** An answer takes the place of what a closed form had in its field. */
function withAnswer(talk: Talk, address: string, given: Given): Talk {
  const { answers, draft } = talk.session;
  const left = Object.entries(draft).filter(([field]) => field !== address);
  const after = withSession(talk, {
    ...talk.session,
    answers: { ...answers, [address]: given },
    draft: Object.fromEntries(left),
  });
  const before = own(answers, address);
  const isChanged = before !== undefined && JSON.stringify(before.value) !== JSON.stringify(given.value);
  return isChanged ? reopenQuoting(after, address) : after;
}

export const plainGiven = (value: AnswerValue | null): Given => ({ value, followUps: 0, settled: true });

/** The answer with its grade. A vague one stays unsettled, and so is asked about, twice at most. */
export function judge({ world }: Talk, { step, scope, given }: Visit, value: AnswerValue): Given {
  if (!step.review || typeof value !== 'string') return plainGiven(value);
  const { grade, flags } = world.review(step.review, value, known(scope));
  const followUps = given && !given.settled ? given.followUps : 0;
  const asks = grade === 'vague' && followUps < MAX_FOLLOW_UPS;
  const isNothingNew = asks && followUps > 0 && given?.flags?.[0] === flags[0];
  return {
    value,
    grade,
    flags: [...flags],
    followUps: asks ? followUps + 1 : followUps,
    settled: !asks,
    ...(isNothingNew && { again: true }),
  };
}
