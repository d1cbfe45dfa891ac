import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf, mondayOf, nextWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import type { PositionBrief } from './position-brief.ts';

type Known = Pick<Member, 'account' | 'position' | 'plan' | 'recent' | 'zone' | 'calendar' | 'house'>;

const WEEKS_AHEAD = 2;

/** That something goes out, as people write it into the plan for their next day. */
const GOES_OUT =
  /发布|发文|发稿|推送|群发|上线|(?:发|推)(?:出|这|那|一|两|第.)?篇|\bpublish|\bgoes? (?:out|live)\b|\bsend (?:it )?out\b/i;

/** Pieces that the plan has room for in the next two weeks, and how many of them have a topic by now. */
export function planOfPieces({ perWeek, pillars, topicsOpen }: PositionBrief) {
  const places = pillars.length === 0 ? 0 : Math.floor((perWeek ?? 0) * WEEKS_AHEAD);
  return { places, planned: Math.min(topicsOpen, places) };
}

/**
 * Working days until the next piece is to go out, 0 for today; null where nothing says so. Bearings keeps no dated
 * calendar of pieces: what counts is the plan for the next day where it speaks of publishing, and the pieces a week of
 * the content plan, which have to be out by the week's last working day, one a day.
 */
export function nextPieceIn(member: Known, today: string): number | null {
  const days = [dayOfPlan(member, today), dayOfCadence(member, today)].filter((day) => day !== null);
  const calendar = calendarFor(member);
  return days.length === 0 ? null : Math.min(...days.map((day) => workingDaysBetween(calendar, today, day)));
}

function dayOfPlan(member: Known, today: string): string | null {
  const { plan } = member;
  if (plan === null || !GOES_OUT.test(plan.text)) return null;
  const day = nextWorkingDay(calendarFor(member), plan.date);
  return day >= today && !isPublished(member, day) ? day : null;
}

const isPublished = ({ recent }: Known, on: string): boolean =>
  recent.some(({ date, activities }) => date === on && activities.includes('publish'));

/** The last day on which the next piece can go out without two on one day. */
function dayOfCadence(member: Known, today: string): string | null {
  const perWeek = Math.floor(ownBrief(member)?.perWeek ?? 0);
  if (perWeek < 1) return null;
  const { isWorkingDay } = calendarFor(member);
  const monday = mondayOf(today);
  const given = member.recent.at(-1)?.date ?? '';
  const out = member.recent
    .filter(({ date }) => isoWeekOf(date) === isoWeekOf(today))
    .reduce((sum, { items }) => sum + items.length, 0);
  for (const [from, left] of [
    [monday, perWeek - out],
    [plusDays(monday, 7), perWeek],
  ] as const) {
    const days = [0, 1, 2, 3, 4, 5, 6]
      .map((day) => plusDays(from, day))
      .filter((day) => isWorkingDay(day) && day >= today && day > given);
    const day = left > 0 ? days[Math.max(0, days.length - left)] : undefined;
    if (day !== undefined) return day;
  }
  return null;
}
