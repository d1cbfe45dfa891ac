import type { Moment } from './decision.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';
import { awayAside, backAside, pauseAside, timeAside } from './rhythm.ts';
import type { Decided } from './take.ts';

/** What a person may ask of the rhythm, by the word after `/bearings`. */
export type Rhythm = 'away' | 'back' | 'pause' | 'time';

/** `words`: what followed. */
export function rhythmAside(
  member: Member,
  { rhythm, words }: { readonly rhythm: Rhythm; readonly words: string },
  moment: Moment,
): Decided<readonly Part[]> {
  switch (rhythm) {
    case 'away':
      return awayAside(member, words, moment);
    case 'back':
      return backAside(member, moment);
    case 'pause':
      return pauseAside(member, moment);
    case 'time':
      return timeAside(member, words, moment);
  }
}
