import type { Input } from '../flow/turn.ts';
import { begin } from './begin.ts';
import { converse } from './conversation.ts';
import { dayOf } from './day.ts';
import type { Coaching, Decision, Moment, Wish } from './decision.ts';
import { DAILY } from './flow-ids.ts';
import { helpParts, hereAs } from './help.ts';
import { nothingOpenToManager } from './manager-words.ts';
import type { Member } from './member.ts';
import { nextPress } from './next-press.ts';
import type { Part } from './post.ts';
import { suggestionsFor } from './today.ts';

/** What a person typed or pressed in the direct message: into the open conversation, or, with none open, a wish. */
export function hear(coaching: Coaching, member: Member, input: Input, moment: Moment): Decision {
  const wish = input.kind === 'text' ? wishIn(coaching, input.text) : null;
  // Asked for, today's check-in goes on or takes the place of yesterday's: it is no answer to what it asks.
  if (wish === 'checkin' && member.session?.flow === DAILY) return begin(coaching, member, DAILY, moment);
  if (member.session) return converse(coaching, { ...member, session: member.session }, input, moment);
  if (input.kind === 'timeout') return { member, parts: [] };
  if (input.kind !== 'text') return { member, parts: [{ kind: 'text', text: { key: 'conversation.old-button' } }] };
  if (wish === 'checkin') return begin(coaching, member, DAILY, moment);
  if (wish === 'today') return { member, parts: suggestionsFor(coaching, member, dayOf(member, moment.at)) };
  if (wish === 'help') return { member, parts: helpParts(hereAs(member, false)) };
  if (member.welcomedOn === null && member.manages.length > 0) return { member, parts: nothingOpenToManager(member) };
  return { member, parts: nothingOpen(member, dayOf(member, moment.at)) };
}

function nothingOpen(member: Member, today: string): Part[] {
  const next = nextPress(member, today);
  if (!next) return [{ kind: 'text', text: { key: 'coach.day-done' } }];
  return [
    { kind: 'text', text: { key: 'coach.nothing-open' } },
    { kind: 'presses', presses: [next] },
  ];
}

function wishIn(coaching: Coaching, text: string): Wish | null {
  const typed = text.trim().toLowerCase();
  const wishes: readonly Wish[] = ['checkin', 'today', 'help'];
  return wishes.find((wish) => coaching.wishes[wish].includes(typed)) ?? null;
}
