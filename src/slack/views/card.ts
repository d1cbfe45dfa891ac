import type { KnownBlock } from '@slack/types';

import type { CheckInCard } from '../../coaching/post.ts';
import { toPressId } from '../ids.ts';
import { actions, button, context, header, section } from './block.ts';
import type { Say } from './say.ts';

/** A finished check-in: its lines, a mark on each that only the operator sees, and a way to change it. */
export function cardBlocks({ date, status, lines }: CheckInCard, say: Say, index = 0): KnownBlock[] {
  const shown = lines.map(({ label, value, onlyYou }) =>
    say.words({ key: 'slack.card.line', values: { label, value, onlyYou: onlyYou ? 'yes' : 'no' } }),
  );
  return [
    ...header(say.words({ key: 'slack.card.title', values: { day: say.day(date) } })),
    ...(status === 'submitted' ? [] : context([say.words({ key: `slack.card.${status}` })])),
    ...section(shown.join('\n')),
    ...context(lines.some(({ onlyYou }) => onlyYou) ? [say.words({ key: 'slack.card.legend' })] : []),
    ...actions([button(toPressId('edit', index), say.words({ key: 'slack.card.edit' }), date)]),
  ];
}
