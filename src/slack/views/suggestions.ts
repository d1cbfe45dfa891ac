import type { Button, KnownBlock } from '@slack/types';

import type { Suggestion } from '../../coaching/post.ts';
import type { Text } from '../../flow/text.ts';
import { fit } from '../fit.ts';
import { toPressId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
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
        about(title, button(toPressId('do', i), say.words({ key: 'slack.suggestion.do' }), id), say),
        about(title, button(toPressId('dismiss', i), say.words({ key: 'slack.suggestion.dismiss' }), id), say),
      ]),
    ]);

/** The same two words stand below each suggestion: to be told apart by whoever can't see where. */
const about = (title: Text, of: Button, say: Say): Button => ({
  ...of,
  accessibility_label: fit(`${of.text.text}: ${say.words(title)}`, LIMITS.accessibilityLabel),
});
