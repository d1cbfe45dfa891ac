import type { Account } from './account.ts';
import { pressAction } from './actions.ts';
import { pressAlignment } from './alignment-presses.ts';
import { begin, edit, park } from './begin.ts';
import { type Held, pressCanvas } from './canvas-press.ts';
import { dayOf } from './day.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { pressManager } from './manager-presses.ts';
import { pressMaturity } from './maturity-presses.ts';
import type { Member } from './member.ts';
import { withNudgesHeard } from './nudge-heard.ts';
import { pressNudge } from './nudge-presses.ts';
import { positionWithPending } from './position-pending.ts';
import { pressPosition } from './position-presses.ts';
import type { Press } from './post.ts';
import { oldButton } from './press-account.ts';
import { pressRhythm } from './rhythm-presses.ts';
import { fromSubject } from './subject.ts';
import { unpick } from './today.ts';
import { noteTopic } from './topic-note.ts';
import { pressWeek } from './week-presses.ts';

export type Pressed = Pick<Press, 'name' | 'subject'> & {
  /** The account that the subject names first, if the member runs it or answers for it. */
  readonly account: Account | null;
  /** That account with its position, where the button needs it. */
  readonly held: Held | null;
};

/** A button outside a question. Its subject came over the wire: what we do not know is an old button. */
export function press(
  coaching: Coaching,
  before: Member,
  { name, subject, account, held }: Pressed,
  moment: Moment,
): Decision {
  const member = withNudgesHeard(coaching, before, name);
  const named = fromSubject(subject);
  const pressed = { name, account, rest: account === null ? named : named.slice(1) };
  // What the member changed a moment ago is in it already.
  const position = held && positionWithPending(held.account.id, held.position, member);
  switch (name) {
    case 'begin':
    case 'resume':
    case 'finish-first':
      return coaching.beginnable.has(subject) ? begin(coaching, member, subject, moment) : oldButton(member);
    case 'park':
      return coaching.beginnable.has(subject) ? park(coaching, member, subject, moment) : oldButton(member);
    case 'edit':
      return edit(coaching, member, subject, moment);
    case 'do':
    case 'done':
    case 'dismiss':
      return coaching.actions.has(subject)
        ? pressAction(member, name, { id: subject, today: dayOf(member, moment.at) })
        : oldButton(member);
    case 'unpick':
      return unpick(coaching, member, dayOf(member, moment.at));
    case 'note-topic':
      return noteTopic(member, pressed, moment);
    case 'fill-in':
    case 'skip-day':
    case 'back':
      return pressRhythm(coaching, member, pressed, moment);
    case 'nudge-do':
    case 'nudge-later':
    case 'nudge-not-useful':
    case 'nudge-why':
    case 'nudge-fewer':
      return pressNudge(coaching, member, pressed, moment);
    case 'review':
    case 'preview-week':
    case 'edit-week':
    case 'send-week':
    case 'skip-week':
      return pressWeek(coaching, member, pressed, moment);
    case 'ask-a':
    case 'ask-b':
    case 'ask-talk':
    case 'ask-delegate':
    case 'reply':
    case 'unblock':
    case 'set-focus':
    case 'thank':
    case 'send-thanks':
      return pressManager(coaching, member, pressed, moment);
    case 'exercise':
    case 'share-element':
    case 'confirm-element':
      return position ? pressPosition(coaching, member, { ...pressed, position }, moment) : oldButton(member);
    case 'align':
    case 'align-again':
    case 'align-ask':
    case 'align-later':
    case 'align-share':
    case 'align-mark':
    case 'align-propose':
    case 'align-agree':
    case 'align-differ':
      return position ? pressAlignment(coaching, member, { ...pressed, position }, moment) : oldButton(member);
    case 'show-position':
    case 'export-position':
      return held && position
        ? pressCanvas(coaching, member, { name, held: { ...held, position } }, moment)
        : oldButton(member);
    case 'share-level':
    case 'hide-level':
      return pressMaturity(coaching, member, pressed, moment);
    // These open a form, which the surface does where there is a trigger for it.
    case 'form':
    case 'numbers':
    case 'panel':
    // This one leaves no member to decide anything for.
    case 'forget':
      return oldButton(member);
  }
}
