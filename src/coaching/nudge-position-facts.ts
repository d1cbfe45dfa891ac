import { toDayNumber } from '../calendar/day-number.ts';
import type { JsonValue } from '../flow/session.ts';
import { HOURS_EACH } from './capacity.ts';
import { exerciseOf } from './exercises.ts';
import type { Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import type { PositionBrief } from './position-brief.ts';
import type { Element } from './position.ts';

type Facts = Record<string, JsonValue>;

/** What everything else rests on: it is looked at again after a while. */
const CORE: readonly Element[] = ['purpose', 'audience', 'pillars', 'goals'];
/** With these two an account can begin. */
const FIRST: readonly Element[] = ['purpose', 'audience'];
/** Two windows of promotion, so long together, have to lie behind a review before they speak against it. */
const WINDOWS_DAYS = 28;
const WEEKS = 2;
const PIECES_AT_LEAST = 4;

type Known = Pick<Member, 'account' | 'position'>;
type On = {
  readonly today: string;
  /** Working days up to today. */
  readonly since: (date: string) => number;
  /** What else is known, of the pieces and the pace. */
  readonly beside: Facts;
};

/** What nudges need of the position: what is missing, what is old or contradicted, what is more than hands can do. */
export function nudgePositionFacts(member: Known, { today, since, beside }: On): Facts {
  if (member.account === null) return {};
  const brief = ownBrief(member);
  const { alignment = null, aligned = null } = brief ?? {};
  return {
    ...missingFacts(brief),
    ...(brief && { ...reviewFacts(brief, today, beside), ...resourceFacts(brief, beside) }),
    alignment_answered: aligned !== null || alignment?.mine === true,
    ...(alignment && !alignment.mine && { alignment_waits_wd: since(alignment.startedOn) }),
  };
}

function missingFacts(brief: PositionBrief | null): Facts {
  const missing = FIRST.filter((element) => exerciseOf(element) && !brief?.done[element]);
  const next = missing.map(exerciseOf).find((exercise) => exercise !== undefined);
  return {
    exercises_missing: missing.length,
    ...(next && { exercise_next: next.element, exercise_minutes: next.minutes }),
  };
}

/** The element to look at again: one that something speaks against, else the one that was looked at longest ago. */
function reviewFacts({ done, contradicted }: PositionBrief, today: string, beside: Facts): Facts {
  const [oldest] = CORE.flatMap((element) => {
    const on = done[element]?.on;
    return on === undefined ? [] : [{ element, days: toDayNumber(today) - toDayNumber(on) }];
  }).toSorted((one, other) => other.days - one.days);
  if (!oldest) return {};
  const agreed = contradicted.find((element) => done[element]);
  const isOverCap = promoted(done.pillars?.on ?? null, today, beside);
  return {
    positioning_age_days: oldest.days,
    positioning_contradicted: agreed ? 'agreed' : isOverCap ? 'promo' : '',
    positioning_element: agreed ?? (isOverCap ? 'pillars' : oldest.element),
  };
}

/** More promotion than was planned in two windows, one after the other, since the plan was last looked at. */
function promoted(on: string | null, today: string, beside: Facts): boolean {
  if (on === null || toDayNumber(today) - toDayNumber(on) < WINDOWS_DAYS) return false;
  const [cap, ...windows] = ['promo_cap', 'promo_ratio_14d', 'promo_ratio_before_14d'].map((name) => beside[name]);
  const counts = [beside['items_14d'], beside['items_before_14d']];
  return (
    counts.every((count) => typeof count === 'number' && count >= PIECES_AT_LEAST) &&
    windows.every((ratio) => typeof ratio === 'number' && typeof cap === 'number' && ratio > cap)
  );
}

/** The roles without anybody, and the pieces that came out against the hours there are. Nobody is asked for minutes. */
function resourceFacts({ done, uncovered, hours }: PositionBrief, beside: Facts): Facts {
  const pieces = beside['pieces_10wd'];
  return {
    ...(done.team && { roles_uncovered: uncovered.length }),
    ...(hours !== null &&
      hours > 0 &&
      typeof pieces === 'number' && {
        team_hours_10wd: hours * WEEKS,
        piece_hours_10wd: pieces * HOURS_EACH,
        hours_ratio_10wd: (pieces * HOURS_EACH) / (hours * WEEKS),
      }),
  };
}
