import { toDayNumber } from '../calendar/day-number.ts';
import { plusDays } from '../calendar/local-date.ts';
import { mondayOf } from '../calendar/working-days.ts';
import { answered } from '../flow/answered.ts';
import type { AccountChange } from './account-change.ts';
import type { Item, OwnAnswer, Snapshot } from './account.ts';
import { numberIn, roundsIn } from './answers-of.ts';
import { blockersAfter, sharedOnes } from './blockers.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching, Finish } from './decision.ts';
import type { Member } from './member.ts';
import type { MetricId } from './metric.ts';
import { ownQuestionAt } from './own-answers.ts';
import type { PositionChange } from './position-change.ts';
import { pieceIn } from './published.ts';

/**
 * What a check-in of `date` passes on to the account, in place of what it passed on before it was edited: nothing that
 * is the operator's alone. `member`: as they were before it ended.
 */
export function passedOn(
  coaching: Pick<Coaching, 'world'>,
  member: Member,
  { finish, date }: { readonly finish: Finish; readonly date: string },
): Consequence[] {
  const { account } = member;
  if (account === null) return [];
  const changes = [
    ...itemsIn(member, finish, date),
    ...blockersIn(member, finish, date),
    ...numberOf(member, finish, date),
    ...answersIn(coaching, member, { finish, date }),
  ];
  return [
    ...changes.map((change): Consequence => ({ kind: 'change', account, change })),
    ...topicsUsed(member, finish, date).map((change): Consequence => ({ kind: 'position', account, change })),
  ];
}

/** The topics that were written about; those that an edit took out are open again. */
function topicsUsed({ done }: Member, { answers }: Finish, on: string): PositionChange[] {
  const used = topicsIn(answers);
  const before = done?.facts['today'] === on ? topicsIn(done.answers) : [];
  return [
    ...before.filter((topic) => !used.includes(topic)).map((topic) => ({ kind: 'topic-open', topic, on }) as const),
    ...used.map((topic) => ({ kind: 'topic-used', topic, on }) as const),
  ];
}

const topicsIn = (answers: Parameters<typeof roundsIn>[0]): string[] =>
  roundsIn(answers, 'published').flatMap((round) => pieceIn(round).topic ?? []);

const recentOn = ({ recent }: Member, date: string): Member['recent'][number] | undefined =>
  recent.find((day) => day.date === date);

const itemId = (member: Member, date: string, index: number): string =>
  `${date}-${member.id.slice(member.id.indexOf(':') + 1)}-${index + 1}`;

/** What was published, all of it: what an edit took out goes from the account too. */
function itemsIn(member: Member, { answers }: Finish, date: string): AccountChange[] {
  const items = roundsIn(answers, 'published').flatMap((round, index): Item[] => {
    const { title, ...piece } = pieceIn(round);
    return title === null ? [] : [{ id: itemId(member, date, index), operator: member.id, date, title, ...piece }];
  });
  const before = recentOn(member, date)?.items.length ?? 0;
  return items.length + before > 0 ? [{ kind: 'items', operator: member.id, date, items }] : [];
}

/** All that is open and may be passed on, so that what was freed goes. */
function blockersIn(member: Member, { answers }: Finish, date: string): AccountChange[] {
  const blockers = sharedOnes(blockersAfter(member.blockers, answers, date), member.id);
  if (blockers.length === 0 && !member.blockers.some(({ shared }) => shared)) return [];
  return [{ kind: 'blockers', operator: member.id, blockers }];
}

type Of = Pick<Snapshot, 'subject' | 'on' | 'age'> & { readonly name: MetricId };

/** The number of the day. Taken out by an edit, it goes from the account. */
function numberOf(member: Member, { answers, session }: Finish, date: string): AccountChange[] {
  const of = askedOf(member, session.facts['weekday'], date);
  if (of === null) return [];
  const value = numberIn(answers, 'number');
  if (value !== null) return [{ kind: 'numbers', numbers: [{ ...of, value, source: 'check-in' }] }];
  return recentOn(member, date)?.number ? [{ kind: 'numbers', numbers: [], without: [of] }] : [];
}

/** What the number of a weekday is of, as the question says it; null when there was no such piece. */
function askedOf(member: Member, weekday: unknown, date: string): Of | null {
  switch (weekday) {
    case 'mon':
      return { subject: 'account', name: 'net_followers', on: plusDays(mondayOf(date), -1), age: null };
    case 'tue':
      return ofLastPiece(member, 'readers', { until: plusDays(date, -2), age: 1 });
    case 'wed':
      return ofLastPiece(member, 'finish_rate', { until: plusDays(date, -4), age: 3 });
    case 'thu':
      return ofLastPiece(member, 'share_rate', { until: plusDays(date, -1), age: null, of: plusDays(date, -1) });
    case 'fri':
      return { subject: 'account', name: 'inquiries', on: plusDays(date, -1), age: null };
    default:
      return null;
  }
}

type Asked = { readonly until: string; readonly age: number | null; readonly of?: string };

/** Of several of one day the first one told of: the lead article. */
function ofLastPiece(member: Member, name: MetricId, { until, age, of = until }: Asked): Of | null {
  const day = member.recent.findLast(({ date, items }) => date <= until && items.length > 0);
  if (!day) return null;
  const at = age ?? toDayNumber(of) - toDayNumber(day.date);
  return { subject: itemId(member, day.date, 0), name, on: plusDays(day.date, at), age: at };
}

/** Answers to the company's own questions, of those that say that the manager sees them. */
function answersIn(
  { world }: Pick<Coaching, 'world'>,
  { id: operator, house }: Member,
  { finish, date }: { readonly finish: Finish; readonly date: string },
): AccountChange[] {
  const answers = answered(world, finish.session).flatMap(({ address, value, audience }): OwnAnswer[] => {
    const question = ownQuestionAt(finish.session, address);
    return question === null || audience !== 'both' ? [] : [{ operator, date, question, answer: value }];
  });
  const isAsked = finish.session.facts['own_questions'] !== undefined || house.questions.length > 0;
  return isAsked ? [{ kind: 'answers', operator, date, answers }] : [];
}
