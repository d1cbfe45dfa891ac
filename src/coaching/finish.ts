import { finishCheckIn } from './check-in.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { DAILY, ONBOARDING } from './flow-ids.ts';
import type { Member } from './member.ts';
import { finishOnboarding } from './onboarding.ts';

/** What the end of a flow changes. A flow with no consequence of its own just ends. */
export function finishFlow(coaching: Coaching, member: Member, finish: Finish, moment: Moment): Decision {
  if (finish.session.flow === DAILY) return finishCheckIn(coaching, member, finish, moment);
  if (finish.session.flow === ONBOARDING) return finishOnboarding(member, finish);
  return { member, parts: [] };
}
