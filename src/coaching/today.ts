import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';

/** What to do today beyond updating the article, as the parts of a message. */
export function suggestionsFor(coaching: Coaching, member: Member, today: string): Part[] {
  const suggestions = coaching.suggest(member, today);
  if (suggestions.length === 0) return [{ kind: 'text', text: { key: 'coach.today-none' } }];
  return [
    { kind: 'text', text: { key: 'coach.today', values: { count: suggestions.length } } },
    { kind: 'suggestions', suggestions: [...suggestions] },
  ];
}
