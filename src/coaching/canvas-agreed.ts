import { shortDayText, type Text } from '../flow/text.ts';
import { settledOnes } from './alignment-settled.ts';
import { inHand, matterText, valueText } from './alignment-words.ts';
import type { AlignmentDecision, Matter, Settled } from './alignment.ts';
import type { Position } from './position.ts';

/** One thing that operator and manager agreed on. */
export type AgreedOn = {
  readonly matter: Text;
  readonly value: Text;
  /** In whose hand it is, and until when. */
  readonly inHand: Text;
  readonly on: string;
};

/** What both sides agreed on, for both to see. */
export type Agreed = {
  /** What holds by now, one for each matter. */
  readonly settled: readonly AgreedOn[];
  /** All of it, oldest first. */
  readonly log: readonly AgreedOn[];
};

/** What either side answered apart, or proposed without an answer, is not in it. */
export const agreedIn = (position: Pick<Position, 'settled' | 'alignment'>): Agreed => ({
  settled: settledOnes(position).map(agreedOn),
  log: (position.alignment?.decisions ?? []).flatMap((decision) => {
    const made = madeOf(decision);
    return made ? [agreedOn(made)] : [];
  }),
});

type Made = Omit<Settled, 'decision'> & { readonly matter: Matter };

const agreedOn = ({ matter, value, on, ...hands }: Made): AgreedOn => ({
  matter: matterText(matter),
  value: valueText(matter, value),
  inHand: inHand(hands, hands),
  on,
});

function madeOf({ matter, value, side, proposedBy, agreed, owner, due }: AlignmentDecision): Made | null {
  if (agreed === null) return null;
  const [operator, manager] = side === 'operator' ? [proposedBy, agreed.by] : [agreed.by, proposedBy];
  return { matter, value, on: agreed.on, operator, manager, owner, due };
}

export const agreedText = ({ matter, value, inHand: hand, on }: AgreedOn): Text => ({
  key: 'position.agreed-line',
  values: { matter, value, inHand: hand, day: shortDayText(on) },
});
