import { localDate } from '../calendar/local-date.ts';
import { answered } from '../flow/answered.ts';
import type { Given } from '../flow/session.ts';
import type { World } from '../flow/turn.ts';
import { choicesIn, numberIn, roundsIn, textIn } from './answers-of.ts';
import { audienceOf } from './audience.ts';
import type { Finish } from './decision.ts';
import { RecentCheckIn, type CheckIn, type Member } from './member.ts';
import { isDone } from './next-press.ts';
import { ownQuestionAt } from './own-answers.ts';
import { pieceIn } from './published.ts';

/** Options of the first question that say: no work for the account on this day. */
const EXCUSES = new Set(['leave', 'out', 'nothing']);

/** Whether the day was leave, out of office, or had nothing for the account. */
export const isExcuse = (activities: readonly string[]): boolean => activities.some((one) => EXCUSES.has(one));

export const isExcused = (answers: Readonly<Record<string, Given>>): boolean => isExcuse(choicesIn(answers, 'moved'));

/** The check-in as it goes into the history: each answer with who may ever see it. */
export function toCheckIn(
  world: World,
  member: Member,
  { finish, date, at }: { readonly finish: Finish; readonly date: string; readonly at: Date },
): CheckIn {
  const { session, answers, outcome } = finish;
  const isWhole = outcome === 'done' || isDone(member, date);
  return {
    v: 1,
    kind: 'check-in',
    date,
    flow: session.flow,
    version: session.version,
    status: isExcused(answers) ? 'excused' : isWhole ? 'submitted' : 'partial',
    submittedAt: at.toISOString(),
    locale: member.locale,
    late: localDate(at, member.zone) > date,
    answers: Object.fromEntries(
      answered(world, session).map((line) => [line.address, kept(line, answers, ownQuestionAt(session, line.address))]),
    ),
  };
}

function kept(
  line: ReturnType<typeof answered>[number],
  answers: Finish['answers'],
  question: string | null,
): CheckIn['answers'][string] {
  const { value = null, grade, flags } = answers[line.address] ?? {};
  return {
    value,
    ...(grade && { grade }),
    ...(flags && { flags }),
    audience: audienceOf(line, answers),
    ...(question !== null && { question }),
  };
}

/** The little that later rules need of a check-in, kept with the member. */
export function toRecent(finish: Finish, date: string): RecentCheckIn {
  const { answers, session } = finish;
  const kept = RecentCheckIn.shape.planKept.safeParse(textIn(answers, 'plan_done') ?? undefined);
  return {
    date,
    activities: [...choicesIn(answers, 'moved')],
    plan: answers['plan']?.grade ?? null,
    blocker: textIn(answers, 'blocked'),
    number: numberIn(answers, 'number') !== null,
    learned: textIn(answers, 'learned') !== null && !answers['learned']?.flags?.includes('nothing'),
    energy: numberIn(answers, 'energy'),
    items: roundsIn(answers, 'published')
      .map(pieceIn)
      .map(({ intent, pillar, requestedBy }) => ({ intent, pillar, requestedBy })),
    light: session.facts['light'] === true,
    ...(kept.data && { planKept: kept.data }),
  };
}
