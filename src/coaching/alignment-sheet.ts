import { dayText, type Text } from '../flow/text.ts';
import { gapPart, laterPart, sidesLine } from './alignment-agenda.ts';
import { isProposal } from './alignment-change.ts';
import { decisionPart } from './alignment-decision.ts';
import { comparisonOf, type Comparison } from './alignment-gaps.ts';
import { adviceOn, indexOf } from './alignment-index.ts';
import { matterText, sidesText, valueText } from './alignment-words.ts';
import {
  type Alignment,
  type AlignmentDecision,
  lastBefore,
  Mark,
  type PastRound,
  type Round,
  type Side,
} from './alignment.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

type Block = Extract<Part, { kind: 'block' }>;

/** A round that both have shared, for one of the two. Nobody else is shown any of it. */
export type Shown = {
  readonly account: { readonly id: string; readonly name: string };
  readonly side: Side;
  readonly round: Round;
  readonly decisions: readonly AlignmentDecision[];
  /** The round before with the same two people. */
  readonly last: PastRound | null;
};

/** What the alignment has of a round. */
export const shownOf = (
  alignment: Alignment,
  { account, side, round }: Pick<Shown, 'account' | 'side' | 'round'>,
): Shown => ({
  account: { id: account.id, name: account.name },
  side,
  round,
  decisions: alignment.decisions.filter((one) => one.round === round.id && one.replacedBy === null),
  last: lastBefore(alignment, round),
});

/** Agreements first, the three largest gaps as an agenda, the index and what it means, and what was decided. */
export function sheetParts(shown: Shown): Part[] {
  const comparison = comparisonOf(shown.round);
  if (comparison === null) return [];
  return [
    alikePart(shown, comparison),
    ...comparison.agenda.map((matter, at) => gapPart(shown, matter, at + 1)),
    ...markPart(shown, comparison),
    ...[laterPart(shown, comparison)].filter((part) => part !== null),
    indexPart(shown, comparison),
    ...decidedParts(shown),
  ];
}

/** What both marking their own words has changed: the index is final, and the words may be one more gap. */
export function markedParts(shown: Shown): Part[] {
  const comparison = comparisonOf(shown.round);
  if (comparison === null) return [];
  const gap = comparison.agenda.includes('success') ? [gapPart(shown, 'success', null)] : [];
  const see: Press = { name: 'align', subject: toSubject(shown.account.id), text: { key: 'coach.press.align-see' } };
  return [indexPart(shown, comparison), ...gap, { kind: 'presses', presses: [see] }];
}

const block = (heading: Text | null, lines: readonly Text[], small: readonly Text[] = []): Block => ({
  kind: 'block',
  heading,
  lines: [...lines],
  small: [...small],
  presses: [],
});

function alikePart({ round, account }: Shown, { same, close }: Comparison): Block {
  const { operator } = round.sides;
  // Two sentences may mean the same, and are still two.
  const [words, alike] = [same.filter((one) => one === 'success'), same.filter((one) => one !== 'success')];
  return block({ key: 'alignment.sheet', values: { account: account.name } }, [
    { key: 'alignment.same', values: { count: same.length } },
    ...alike.map((matter) => ({
      key: 'alignment.same-line',
      values: { matter: matterText(matter), value: valueText(matter, operator.answers?.[matter]) },
    })),
    ...words.map((matter) => sidesLine(round, matter, 'alignment.same-words')),
    ...close.map((matter) => sidesLine(round, matter, 'alignment.close-line')),
  ]);
}

/** Their own words side by side, until both have said how alike they are. */
function markPart({ round, side, account }: Shown, { open }: Comparison): Block[] {
  if (round.marked !== null || open.includes('success')) return [];
  const presses = Mark.options.map((mark): Press => ({
    name: 'align-mark',
    subject: toSubject(account.id, String(round.id), mark),
    text: markText(mark),
  }));
  const { mark } = round.sides[side];
  const small: Text =
    mark === null ? { key: 'alignment.mark' } : { key: 'alignment.mark-given', values: { mark: markText(mark) } };
  const own = block({ key: 'alignment.words' }, [sidesLine(round, 'success', 'alignment.sides')], [small]);
  return [{ ...own, presses }];
}

export const markText = (mark: Mark): Text => ({ key: `coach.press.align-mark.${mark}` });

function indexPart({ round, last }: Shown, { scores, open }: Comparison): Block {
  const index = indexOf(scores);
  const isFinal = round.marked !== null || open.includes('success');
  const line: Text =
    index === null
      ? { key: 'alignment.no-index' }
      : { key: 'alignment.index', values: { index, final: isFinal ? 'yes' : 'no', advice: adviceOn(index) } };
  const before: Text[] = last ? [{ key: 'alignment.last', values: { index: last.index, day: dayText(last.on) } }] : [];
  return block(null, [line], [...before, { key: 'alignment.pair-only', values: sidesText(round) }]);
}

/** The log of this round, what is still open first. */
function decidedParts({ decisions, account, round, side }: Shown): Block[] {
  if (decisions.length === 0) return [];
  const order = decisions.toSorted((one, other) => Number(isProposal(other)) - Number(isProposal(one)));
  return [
    block({ key: 'alignment.decisions' }, []),
    ...order.map((one) => decisionPart(one, { account: account.id, round, side })),
  ];
}
