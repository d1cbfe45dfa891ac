import { localDate, localTime } from '../calendar/local-date.ts';
import { instantOf } from '../calendar/occurrence.ts';
import type { Turn } from '../flow/turn.ts';
import type { Member } from './member.ts';

/** Put off in the morning, it comes after lunch; later in the day, in two hours, but not in the evening. */
const MORNING_ENDS = '12:30';
const AFTER_LUNCH = '14:30';
const LATER_MS = 2 * 60 * 60 * 1000;
const EVENING = '20:00';

/** Whether the person said *later*. */
export const isPutOff = ({ effects }: Turn): boolean =>
  effects.some((effect) => effect.kind === 'say' && effect.text.key === 'conversation.later');

/** When a question that was put off at `at` is asked again; null: not on this day. */
export function againAt({ zone }: Pick<Member, 'zone'>, at: Date): Date | null {
  const date = localDate(at, zone);
  if (localTime(at, zone) < MORNING_ENDS) return instantOf(date, AFTER_LUNCH, zone);
  const again = new Date(at.getTime() + LATER_MS);
  return localDate(again, zone) === date && localTime(again, zone) <= EVENING ? again : null;
}
