import type { Account } from './account.ts';
import { alignmentBrief } from './alignment-brief.ts';
import { alignmentNews } from './alignment-news.ts';
import type { News } from './news.ts';
import { briefOf } from './position-brief-of.ts';
import type { PositionChange } from './position-change.ts';
import type { Position } from './position.ts';

type Changed = { readonly account: Account; readonly position: Position; readonly changes: readonly PositionChange[] };

/**
 * Who hears what of a change of the position. Told from the change and what it left, never from the difference it made:
 * after a crash the same is told again.
 */
export function positionNews({
  account,
  position,
  changes,
}: Changed): readonly { readonly member: string; readonly news: News }[] {
  const brief = briefOf(position);
  const { alignment } = position;
  return [
    ...account.operators.map((member) => ({
      member,
      news: {
        kind: 'position' as const,
        account: account.id,
        brief: { ...brief, ...alignmentBrief(position, account, member) },
      },
    })),
    ...changes.flatMap((change) =>
      change.kind === 'alignment' && alignment ? alignmentNews(account, alignment, change.change) : [],
    ),
  ];
}
