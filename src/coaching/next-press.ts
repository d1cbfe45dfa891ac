import { DAILY, ONBOARDING } from './flow-ids.ts';
import type { Member } from './member.ts';
import type { Press } from './post.ts';

/** Whether the check-in of this day is finished. */
export const isDone = (member: Member, today: string): boolean => member.done?.facts['today'] === today;

/** The one thing to do next: go on, get to know each other, or check in. Null when the day is done. */
export function nextPress(member: Member, today: string): Press | null {
  if (member.session) return { name: 'resume', subject: member.session.flow, text: { key: 'coach.press.resume' } };
  if (member.welcomedOn === null) {
    return { name: 'begin', subject: ONBOARDING, text: { key: 'coach.press.begin-onboarding' } };
  }
  if (isDone(member, today)) return null;
  return { name: 'begin', subject: DAILY, text: { key: 'coach.press.begin-check-in' } };
}
