import { localDate } from '../calendar/local-date.ts';
import { isoWeekOf, nextWorkingDay } from '../calendar/working-days.ts';
import type { Session } from '../flow/session.ts';
import { FRESH } from './actions.ts';
import { learnedIn, textIn } from './answers-of.ts';
import { blockersAfter } from './blockers.ts';
import { checkInCard } from './check-in-card.ts';
import { toCheckIn, toRecent } from './check-in-record.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { isDone } from './next-press.ts';
import { passedOn } from './passed-on.ts';
import { actionsAfter, openPick } from './picked.ts';
import type { Part, Suggestion } from './post.ts';
import { topicParts } from './topic-note.ts';
import { withHeard } from './week-draft.ts';

/** Four working weeks, as far back as any rule looks. */
export const RECENT_KEPT = 20;

/** A check-in ended: it becomes a record, a card and a suggestion. Stopped early, what was given is kept all the same. */
export function finishCheckIn(coaching: Coaching, member: Member, finish: Finish, moment: Moment): Decision {
  const given = Object.values(finish.answers).filter(({ value }) => value !== null);
  if (given.length === 0) return nothingGiven(member, finish);
  const date = dateOf(finish, localDate(moment.at, member.zone));
  const checkIn = toCheckIn(coaching.world, member, { finish, date, at: moment.at });
  const after = withCheckIn(member, { finish, date, isPartial: checkIn.status === 'partial' });
  const isEdit = isDone(member, date);
  // One thing at a time: what is picked and not done yet comes first.
  const mayOffer = checkIn.status === 'submitted' && !isEdit && openPick(after.actions, date) === null;
  const suggestions = mayOffer ? coaching.suggest(after, date) : [];
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
      ...(checkIn.status === 'submitted' ? topicParts(member, finish.answers, date) : []),
      ...(suggestions.length > 0 ? worthDoing(suggestions) : []),
    ],
    then: passedOn(coaching, member, { finish, date }),
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
    // A day given later does not take the place of a later day, which can still be changed.
    done: isPartial || isEarlier(date, member.done) ? member.done : { ...session, draft: {} },
    // Stopped is not over: the place is kept until the day is.
    parked: isPartial && outcome === 'stopped' ? [...member.parked, session] : member.parked,
    recent: recent.sort((a, b) => a.date.localeCompare(b.date)).slice(-RECENT_KEPT),
    fromManager: notTold(member.fromManager, session),
    actions: actionsAfter(member, finish, date),
    plan: planAfter(member.plan, answers, date),
    blockers: blockersAfter(member.blockers, answers, date),
    week: withHeard(member.week, { week: isoWeekOf(date), words: learnedIn(answers) }),
    // The short form does not ask about itself.
    lightUntil: session.facts['light'] === true ? member.lightUntil : lightAfter(member, answers, date),
  };
}

/** What this check-in told of is not told again. */
const notTold = (fromManager: Member['fromManager'], { facts }: Session): Member['fromManager'] => {
  const told = facts['from_manager_ids'];
  return Array.isArray(told) ? fromManager.filter(({ id }) => !told.includes(id)) : fromManager;
};

const isEarlier = (date: string, done: Session | null): boolean => {
  const of = done?.facts['today'];
  return typeof of === 'string' && date < of;
};

/** With no plan in it, the check-in leaves that of an earlier day; its own from before it was edited is gone. */
function planAfter(before: Member['plan'], answers: Finish['answers'], date: string): Member['plan'] {
  const text = textIn(answers, 'plan');
  if (before !== null && before.date > date) return before;
  if (text === null) return before?.date === date ? null : before;
  return { text, when: textIn(answers, 'plan_when'), date, grade: answers['plan']?.grade ?? null };
}

function lightAfter(member: Member, answers: Finish['answers'], date: string): Member['lightUntil'] {
  const { lightUntil: before } = member;
  if (textIn(answers, 'light_tomorrow') === 'yes') return nextWorkingDay(calendarFor(member), date);
  return before !== null && before > date ? null : before;
}

function shown(member: Member, ids: readonly string[], date: string): Member['actions'] {
  const marked = ids.map((id) => [id, { ...(member.actions[id] ?? FRESH), shownOn: date }] as const);
  return { ...member.actions, ...Object.fromEntries(marked) };
}
