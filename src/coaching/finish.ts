import { finishAlignment } from './alignment-finish.ts';
import { finishSettling } from './alignment-settle.ts';
import { finishCheckIn } from './check-in.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { finishExercise } from './exercise-finish.ts';
import { exerciseOfFlow } from './exercises.ts';
import { ALIGNMENT, DAILY, DIGEST_EDIT, ONBOARDING, REVIEW, SETTLE } from './flow-ids.ts';
import { managerFinish } from './manager-finish.ts';
import type { Member } from './member.ts';
import { finishOnboarding } from './onboarding.ts';
import { finishDigestEdit, finishReview } from './week-finish.ts';

/** What the end of a flow changes. */
type FinishRule = (coaching: Coaching, member: Member, finish: Finish, moment: Moment) => Decision;

const FINISH: Readonly<Record<string, FinishRule>> = {
  [DAILY]: finishCheckIn,
  [ONBOARDING]: (_coaching, member, finish, moment) => finishOnboarding(member, finish, moment),
  [REVIEW]: finishReview,
  [DIGEST_EDIT]: finishDigestEdit,
  [ALIGNMENT.operator]: finishAlignment('operator'),
  [ALIGNMENT.manager]: finishAlignment('manager'),
  [SETTLE.operator]: finishSettling('operator'),
  [SETTLE.manager]: finishSettling('manager'),
  ...managerFinish,
};

/** A flow with no consequence of its own just ends. */
export function finishFlow(coaching: Coaching, member: Member, finish: Finish, moment: Moment): Decision {
  const { flow } = finish.session;
  const exercise = exerciseOfFlow(flow);
  if (exercise) return finishExercise(exercise)(coaching, member, finish, moment);
  const rule = Object.hasOwn(FINISH, flow) ? FINISH[flow] : undefined;
  return rule ? rule(coaching, member, finish, moment) : { member, parts: [] };
}
