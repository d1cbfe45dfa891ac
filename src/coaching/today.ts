import type { Text } from '../flow/text.ts';
import { hintsOf, pressOn } from './actions.ts';
import type { Coaching, Decision } from './decision.ts';
import type { Member } from './member.ts';
import { openPick, withoutPicks, type Pick } from './picked.ts';
import type { Part, Press } from './post.ts';

/** What to do today beyond updating the article: what was picked, or else what could be, as the parts of a message. */
export function suggestionsFor(coaching: Coaching, member: Member, today: string): Part[] {
  const pick = openPick(member.actions, today);
  if (pick) {
    const { text, presses } = pickShown(pick, today);
    return [
      { kind: 'text', text },
      { kind: 'presses', presses: [...presses] },
    ];
  }
  const suggestions = coaching.suggest(member, today);
  if (suggestions.length === 0) return [{ kind: 'text', text: { key: 'coach.today-none' } }];
  return [
    { kind: 'text', text: { key: 'coach.today', values: { count: suggestions.length } } },
    { kind: 'suggestions', suggestions: [...suggestions] },
  ];
}

/** The one thing that was picked, and what can be said of it. */
export const pickShown = (
  { id, on }: Pick,
  today: string,
): { readonly text: Text; readonly presses: readonly Press[] } => ({
  text: { key: 'coach.today-picked', values: { ...hintsOf(id), when: on === today ? 'today' : 'earlier' } },
  presses: [pressOn('done', id), pressOn('unpick', id)],
});

/** Something else than what was picked: it goes back among the others, and these are offered. */
export function unpick(coaching: Coaching, member: Member, today: string): Decision {
  const free = { ...member, actions: withoutPicks(member.actions, today) };
  return { member: free, parts: suggestionsFor(coaching, free, today) };
}
