import { begin } from './begin.ts';
import { dayOf } from './day.ts';
import type { Coaching, Moment } from './decision.ts';
import { DAILY } from './flow-ids.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';
import type { Decided } from './take.ts';
import { suggestionsFor } from './today.ts';

/** `/checkin`: today's is asked in the direct message; when it is done, its card with a way to change it. */
export function checkInAside(coaching: Coaching, member: Member, moment: Moment): Decided<readonly Part[]> {
  const decision = begin(coaching, member, DAILY, moment);
  // Done already: nothing to ask, so what there is to show is shown here.
  if (decision.member === member) return { member, parts: [], result: decision.parts };
  const key = decision.member.session?.flow === DAILY ? 'coach.check-in-asked' : 'coach.onboarding-first';
  return { ...decision, result: [{ kind: 'text', text: { key } }] };
}

/** `/bearings today` */
export function todayAside(coaching: Coaching, member: Member, moment: Moment): Decided<readonly Part[]> {
  return { member, parts: [], result: suggestionsFor(coaching, member, dayOf(member, moment.at)) };
}
