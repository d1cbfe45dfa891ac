import type { KnownBlock } from '@slack/types';

import type { Suggestion } from '../../coaching/post.ts';
import { toPressId } from '../ids.ts';
import { actions, button, section } from './block.ts';
import type { Say } from './say.ts';

const MOST = 5;

/** What one could do today: each with why and how long, and two honest answers. What to look for follows on *I’ll do it*. */
export const suggestionBlocks = (suggestions: readonly Suggestion[], say: Say): KnownBlock[] =>
  suggestions
    .slice(0, MOST)
    .flatMap(({ id, title, why, minutes }, i) => [
      ...section(say.words({ key: 'slack.suggestion', values: { title, why, minutes } })),
      ...actions([
        button(toPressId('do', i), say.words({ key: 'slack.suggestion.do' }), id),
        button(toPressId('dismiss', i), say.words({ key: 'slack.suggestion.dismiss' }), id),
      ]),
    ]);
