import type { KnownBlock } from '@slack/types';

import type { CheckInCard } from '../../coaching/post.ts';
import { toPressId } from '../ids.ts';
import { actions, button, context, header, section } from './block.ts';
import type { Say } from './say.ts';

/** A finished check-in under its date. */
export const cardBlocks = (card: CheckInCard, say: Say, index = 0): KnownBlock[] => [
  ...header(say.words({ key: 'slack.card.title', values: { day: say.day(card.date) } })),
  ...cardBody(card, say, index),
];

/** Its lines, those that only the operator sees apart from the others, and a way to change it. */
export const cardBody = ({ date, status, lines }: CheckInCard, say: Say, index = 0): KnownBlock[] => [
  ...(status === 'submitted' ? [] : context([say.words({ key: `slack.card.${status}` })])),
  ...group(
    'slack.card.only-you',
    lines.filter(({ onlyYou }) => onlyYou),
    say,
  ),
  ...group(
    'slack.card.manager',
    lines.filter(({ onlyYou }) => !onlyYou),
    say,
  ),
  ...actions([button(toPressId('edit', index), say.words({ key: 'slack.card.edit' }), date)]),
];

function group(heading: string, lines: CheckInCard['lines'], say: Say): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.map(({ label, value }) => say.words({ key: 'slack.card.line', values: { label, value } }));
  return [...context([say.words({ key: heading })]), ...section(shown.join('\n'))];
}
