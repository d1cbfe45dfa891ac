import { workingDayAfter } from '../calendar/working-days.ts';
import { dayText, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { pressAction } from './actions.ts';
import { openOnes } from './blockers.ts';
import type { Coaching, Decision } from './decision.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { isDone } from './next-press.ts';
import { shareAsked, shared } from './nudge-share.ts';
import type { Found } from './nudge-subject.ts';
import { oldButton } from './press-account.ts';

type Pressed = { readonly found: Found; readonly account: Account | null; readonly today: string };

const said = (member: Member, key: string, values: Text['values'] = {}): Decision => ({
  member,
  parts: [{ kind: 'text', text: { key, values } }],
});

/** Does what a nudge suggests. What it would do is looked up by the offer's place: the button proves nothing else. */
export function pressOffer(coaching: Coaching, member: Member, { found, account, today }: Pressed): Decision {
  const { rule, ids, rest } = found;
  const [place = '', ...more] = rest;
  const offer = /^\d$/.test(place) ? rule.offers[Number(place)] : undefined;
  switch (offer?.do) {
    case 'action':
      return pressAction(member, 'do', { id: offer.action, today });
    case 'light': {
      const until = lightUntil(coaching, member, today);
      return said({ ...member, lightUntil: until }, 'nudge.answer.light', { until: dayText(until) });
    }
    case 'time':
      return said(member, 'nudge.answer.time', { time: member.checkInAt });
    // Whoever presses anything is back already.
    case 'back':
      return said({ ...member, paused: null }, 'nudge.answer.back', { time: member.checkInAt });
    case 'draft':
      return said(member, `nudge.draft.${rule.id}`);
    case 'share': {
      const blocker = openOnes(member.blockers).find(({ id }) => id === ids[0]);
      if (!blocker || member.manager === null) return oldButton(member);
      return more[0] === 'yes' ? shared(member, blocker) : shareAsked(member, blocker, { found, place });
    }
    case 'talked': {
      if (account === null) return oldButton(member);
      const event = { id: `talked-${ids.slice(1).join('-')}-${today}`, kind: 'talked', on: today } as const;
      return {
        ...said(member, 'nudge.answer.talked'),
        then: [{ kind: 'change', account: account.id, change: { kind: 'event', event } }],
      };
    }
    case 'exercise':
    case 'confirm':
    case 'align':
    case 'numbers':
    case 'reply':
    case 'thank':
    case undefined:
      return oldButton(member);
  }
}

/** Today counts, unless its check-in is given already. */
function lightUntil({ nudges: { limits } }: Coaching, member: Member, today: string): string {
  const calendar = calendarFor(member);
  const counts = calendar.isWorkingDay(today) && !isDone(member, today);
  const until = workingDayAfter(calendar, today, limits.lightDays - (counts ? 1 : 0));
  return member.lightUntil !== null && member.lightUntil > until ? member.lightUntil : until;
}
