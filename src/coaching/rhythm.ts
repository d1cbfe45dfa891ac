import { localDate, localTime, plusDays } from '../calendar/local-date.ts';
import { readTime } from '../flow/read-time.ts';
import { dayText } from '../flow/text.ts';
import { readAway } from './away-words.ts';
import type { Moment } from './decision.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';
import type { Decided } from './take.ts';

/** A check-in is asked for in these hours, `HH:MM` in the member's zone. */
export const CHECK_IN_HOURS = { from: '09:00', to: '21:00' } as const;

type Answer = Decided<readonly Part[]>;

const said = (member: Member, key: string, values = {}): Answer => ({
  member,
  parts: [],
  result: [{ kind: 'text', text: { key, values } }],
});

/** `/bearings away tomorrow`: nothing comes by itself on these days, and nobody is told. */
export function awayAside(member: Member, words: string, { at }: Moment): Answer {
  const away = readAway(words, localDate(at, member.zone));
  if (away === null) return said(member, 'rhythm.away-unclear', { words: words.slice(0, 60) });
  const key = away.from === away.until ? 'rhythm.away-day' : 'rhythm.away-days';
  return said({ ...quietToday(member, away.from <= localDate(at, member.zone)), away }, key, {
    from: dayText(away.from),
    until: dayText(away.until),
  });
}

/** What was put off until later today does not come either. */
const quietToday = (member: Member, isNow: boolean): Member => (isNow ? { ...member, askAgainAt: null } : member);

/** `/bearings back`: whatever kept things from coming by themselves is over. */
export function backAside(member: Member, { at }: Moment): Answer {
  const today = localDate(at, member.zone);
  const isAway = member.away !== null && member.away.until >= today;
  if (!isAway && member.paused === null) return said(member, 'rhythm.was-not-away');
  const back = { ...member, away: null, paused: null };
  const isOperator = member.welcomedOn !== null && member.account !== null;
  return isOperator || member.manages.length === 0
    ? said(back, 'rhythm.back', { time: member.checkInAt })
    : said(back, 'rhythm.back-manager');
}

/** `/bearings pause`: until they come back by themselves. */
export const pauseAside = (member: Member, { at }: Moment): Answer =>
  said(pausedOn(member, localDate(at, member.zone)), 'rhythm.paused');

/** Whoever paused already has since then. */
export const pausedOn = (member: Member, today: string): Member => ({
  ...quietToday(member, true),
  paused: member.paused?.why === 'asked' ? member.paused : { since: today, why: 'asked' },
});

/** `/bearings time 17:00`: when the check-in is asked for. Without a time: when that is now. */
export function timeAside(member: Member, words: string, { at }: Moment): Answer {
  if (words.trim() === '') return said(member, 'rhythm.time-is', { time: member.checkInAt });
  const time = readTime(words);
  if (time === undefined || time < CHECK_IN_HOURS.from || time > CHECK_IN_HOURS.to) {
    return said(member, 'rhythm.time-unclear', { words: words.slice(0, 60), ...CHECK_IN_HOURS });
  }
  return said(askedAt(member, time, at), 'rhythm.time-set', { time });
}

/** A time of today that is over by now begins tomorrow: nobody was late, and nobody is reminded of what was never asked. */
export function askedAt(member: Member, checkInAt: string, at: Date): Member {
  const today = localDate(at, member.zone);
  const isOver = checkInAt < member.checkInAt && checkInAt <= localTime(at, member.zone);
  const isAsked = (member.occurred['check-in'] ?? '') >= today;
  if (!isOver || isAsked) return { ...member, checkInAt };
  return { ...member, checkInAt, occurred: { ...member.occurred, 'check-in': today, reminder: plusDays(today, 1) } };
}
