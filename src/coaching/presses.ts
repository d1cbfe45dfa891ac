import { pressAction } from './actions.ts';
import { begin, edit, park } from './begin.ts';
import { dayOf } from './day.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import type { Member } from './member.ts';
import type { Press } from './post.ts';

/** A button outside a question. Its subject came over the wire: what we do not know is an old button. */
export function press(
  coaching: Coaching,
  member: Member,
  { name, subject }: Pick<Press, 'name' | 'subject'>,
  moment: Moment,
): Decision {
  const old: Decision = { member, parts: [{ kind: 'text', text: { key: 'conversation.old-button' } }] };
  switch (name) {
    case 'begin':
    case 'resume':
    case 'finish-first':
      return coaching.beginnable.has(subject) ? begin(coaching, member, subject, moment) : old;
    case 'park':
      return coaching.beginnable.has(subject) ? park(coaching, member, subject, moment) : old;
    case 'edit':
      return edit(coaching, member, subject, moment);
    case 'do':
    case 'done':
    case 'dismiss':
      return coaching.actions.has(subject)
        ? pressAction(member, name, { id: subject, today: dayOf(member, moment.at) })
        : old;
    case 'form':
      return old;
  }
}
