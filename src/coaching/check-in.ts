import { localDate } from '../calendar/local-date.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import { FRESH } from './actions.ts';
import { textIn } from './answers-of.ts';
import { blockersAfter } from './blockers.ts';
import { checkInCard } from './check-in-card.ts';
import { toCheckIn, toRecent } from './check-in-record.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import type { Member } from './member.ts';
import { isDone } from './next-press.ts';
import type { Part, Suggestion } from './post.ts';

/** Four working weeks, as far back as any rule looks. */
const RECENT_KEPT = 20;

/** A check-in ended: it becomes a record, a card and a suggestion. Stopped early, what was given is kept all the same. */
export function finishCheckIn(coaching: Coaching, member: Member, finish: Finish, moment: Moment): Decision {
  const given = Object.values(finish.answers).filter(({ value }) => value !== null);
  if (given.length === 0) return nothingGiven(member, finish);
  const date = dateOf(finish, localDate(moment.at, member.zone));
  const checkIn = toCheckIn(coaching.world, member, { finish, date, at: moment.at });
  const after = withCheckIn(member, { finish, date, isPartial: checkIn.status === 'partial' });
  const isEdit = isDone(member, date);
  const suggestions = checkIn.status === 'submitted' && !isEdit ? coaching.suggest(after, date) : [];
  return {
    member: {
      ...after,
      actions: shown(
        after,
        suggestions.map(({ id }) => id),
        date,
      ),
    },
    checkIn,
    parts: [
      { kind: 'card', card: checkInCard(coaching.world, finish.session, checkIn) },
      ...(suggestions.length > 0 ? worthDoing(suggestions) : []),
    ],
  };
}

const worthDoing = (suggestions: readonly Suggestion[]): Part[] => [
  { kind: 'text', text: { key: 'coach.worth-doing' } },
  { kind: 'suggestions', suggestions: [...suggestions] },
];

/** No record of it; but what a form had in it that was closed half-way is there when the check-in is opened again. */
function nothingGiven(member: Member, { session, outcome }: Finish): Decision {
  const isDrafted = outcome === 'stopped' && Object.keys(session.draft).length > 0;
  return {
    member: isDrafted ? { ...member, parked: [...member.parked, session] } : member,
    parts: [{ kind: 'text', text: { key: 'coach.nothing-given' } }],
  };
}

/** The day the check-in was begun for: answering past midnight still answers for that day. */
function dateOf(finish: Finish, today: string): string {
  const begun = finish.session.facts['today'];
  return typeof begun === 'string' ? begun : today;
}

type Ended = { readonly finish: Finish; readonly date: string; readonly isPartial: boolean };

function withCheckIn(member: Member, { finish, date, isPartial }: Ended): Member {
  const { answers, session, outcome } = finish;
  const recent = [...member.recent.filter((known) => known.date !== date), toRecent(finish, date)];
  return {
    ...member,
    done: isPartial ? member.done : { ...session, draft: {} },
    // Stopped is not over: the place is kept until the day is.
    parked: isPartial && outcome === 'stopped' ? [...member.parked, session] : member.parked,
    recent: recent.sort((a, b) => a.date.localeCompare(b.date)).slice(-RECENT_KEPT),
    plan: planAfter(member.plan, answers, date),
    blockers: blockersAfter(member.blockers, answers, date),
    lightUntil: lightAfter(member.lightUntil, answers, date),
  };
}

/** With no plan in it, the check-in leaves that of an earlier day; its own from before it was edited is gone. */
function planAfter(before: Member['plan'], answers: Finish['answers'], date: string): Member['plan'] {
  const text = textIn(answers, 'plan');
  if (text === null) return before?.date === date ? null : before;
  return { text, when: textIn(answers, 'plan_when'), date, grade: answers['plan']?.grade ?? null };
}

function lightAfter(before: Member['lightUntil'], answers: Finish['answers'], date: string): Member['lightUntil'] {
  if (textIn(answers, 'light_tomorrow') === 'yes') return nextWorkingDay(date);
  return before !== null && before > date ? null : before;
}

function shown(member: Member, ids: readonly string[], date: string): Member['actions'] {
  const marked = ids.map((id) => [id, { ...(member.actions[id] ?? FRESH), shownOn: date }] as const);
  return { ...member.actions, ...Object.fromEntries(marked) };
}
