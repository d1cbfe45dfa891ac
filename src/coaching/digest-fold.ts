import type { Calendar } from '../calendar/calendar.ts';
import type { Text } from '../flow/text.ts';
import { cutTo, weightOfParts } from './above-fold.ts';
import type { Account, Ask } from './account.ts';
import { happenedLines } from './digest-blocks.ts';
import type { Shown } from './digest-shown.ts';
import { askBlock, blockerBlock } from './manager-asks.ts';
import type { Part } from './post.ts';

type Block = Extract<Part, { kind: 'block' }>;

const AT_MOST = 2;
/** Shares of a fold are no whole numbers: their sums may be off by so little. */
const ROUNDING = 1e-9;
/** How much of the fold an ask may take, from generous to terse, and what of it goes to which of its parts. */
const ASK_SIZES = [1, 0.6, 0.45, 0.35, 0.25, 0.15];
const ASK_SHARES = { text: 0.4, option: 0.2, waiting: 0.2 };

type Since = { readonly today: string; readonly calendar?: Calendar };
type Of = Since & { readonly week: string; readonly say: (text: Text) => string };
type Folded = { readonly fold: readonly Part[]; readonly below: readonly Part[] };
type Fits = (parts: readonly Part[]) => boolean;

const headed = (heading: string, lines: readonly Text[] = []): Block => ({
  kind: 'block',
  heading: { key: heading },
  lines: [...lines],
  small: [],
  presses: [],
});

/** Decide, unblock, happened: as much of each as the fold holds below `title`; the rest comes right after it. */
export function folded(account: Account, shown: Shown, title: Block, of: Of): Folded {
  const { week, say } = of;
  const isWithin =
    (left: number): Fits =>
    (parts) =>
      weightOfParts(parts, say) + left <= 1 + ROUNDING;
  const asks = shown.asks.slice(0, AT_MOST);
  const blockers = shown.blockers.slice(0, AT_MOST);
  const isNothing = asks.length + blockers.length === 0;
  const top = isNothing ? { ...title, lines: [{ key: 'digest.nothing-needed' }] } : title;

  const lines = happenedLines(account, shown, week);
  // The first thing that happened has its place, in its shortest words, whatever else there is.
  const first = lines.slice(0, 1).flatMap((wordings) => wordings.slice(-1));
  const beside = isWithin(weightOfParts([headed('digest.happened', first)], say));
  const asked = withAsks(account, { fold: [top], asks, of }, beside);
  const freed = withBlockers(account, { fold: asked.fold, blockers, of }, beside);
  const kept: Text[] = [];
  for (const wordings of lines) {
    kept.push(
      ...wordings
        .filter((line) => isWithin(0)([...freed.fold, headed('digest.happened', [...kept, line])]))
        .slice(0, 1),
    );
  }
  const rest = lines.map(([full]) => full).filter((line) => !kept.includes(line));
  const later = [...asked.later, ...freed.later];
  return {
    fold: [...freed.fold, headed('digest.happened', kept)],
    below: [
      ...(later.length > 0 ? [headed('digest.also'), ...later] : []),
      ...(rest.length > 0 ? [headed('digest.also-happened', rest)] : []),
      ...(asked.whole.length > 0 ? [headed('digest.in-full', asked.whole)] : []),
    ],
  };
}

/** What waits for the manager, without anything of a week that nobody passed on. */
export const waiting = (account: Account, { asks, blockers }: Shown, of: Since): Part[] => [
  ...(asks.length > 0 ? [headed('digest.decide')] : []),
  ...asks.slice(0, AT_MOST).map((ask) => askBlock(account, ask, of.today, of.calendar)),
  ...(blockers.length > 0 ? [headed('digest.unblock')] : []),
  ...blockers.slice(0, AT_MOST).map((blocker) => blockerBlock(account, blocker, of.today, of.calendar)),
];

type Asks = { readonly fold: readonly Part[]; readonly asks: readonly Ask[]; readonly of: Since };

/** All asks in the fullest wordings in which they fit together, else the first ones; whole words are kept for below. */
function withAsks(account: Account, { fold, asks, of }: Asks, fits: Fits) {
  const inFold = (shorts: readonly Ask[]): Part[] => [
    ...fold,
    ...(shorts.length > 0 ? [headed('digest.decide')] : []),
    ...shorts.map((ask) => askBlock(account, ask, of.today, of.calendar)),
  ];
  const counts = Array.from({ length: asks.length + 1 }, (_, i) => asks.length - i);
  const wordings = counts.flatMap((count) =>
    ASK_SIZES.map((size) => asks.slice(0, count).map((ask) => shortAsk(ask, size))),
  );
  const shorts = wordings.find((each) => fits(inFold(each))) ?? [];
  return {
    fold: inFold(shorts),
    later: asks.slice(shorts.length).map((ask) => askBlock(account, ask, of.today, of.calendar)),
    whole: asks.filter((ask, i) => shorts[i] && isCut(ask, shorts[i])).map(wholeWords),
  };
}

const shortAsk = (ask: Ask, size: number): Ask => ({
  ...ask,
  text: cutTo(ask.text, size * ASK_SHARES.text),
  a: cutTo(ask.a, size * ASK_SHARES.option),
  b: cutTo(ask.b, size * ASK_SHARES.option),
  waiting: ask.waiting === null ? null : cutTo(ask.waiting, size * ASK_SHARES.waiting),
});

const isCut = (ask: Ask, short: Ask): boolean =>
  ask.text !== short.text || ask.a !== short.a || ask.b !== short.b || ask.waiting !== short.waiting;

/** The operator's own words, where some had to be left out above. */
const wholeWords = ({ text, a, b, waiting: cost }: Ask): Text => ({
  key: 'digest.whole-ask',
  values: { text, a, b, waiting: cost ?? '', hasWaiting: cost === null ? 'no' : 'yes' },
});

type Blockers = {
  readonly fold: readonly Part[];
  readonly blockers: Account['blockers'];
  readonly of: Since;
};

function withBlockers(account: Account, { fold, blockers, of }: Blockers, fits: Fits) {
  const blocks = blockers.map((blocker) => blockerBlock(account, blocker, of.today, of.calendar));
  const kept = fitting(blocks, (some) => fits([...fold, headed('digest.unblock'), ...some]));
  return {
    fold: kept.length > 0 ? [...fold, headed('digest.unblock'), ...kept] : fold,
    later: blocks.filter((block) => !kept.includes(block)),
  };
}

/** Those that fit together, the first ones first. */
function fitting<T>(all: readonly T[], fits: (some: readonly T[]) => boolean): T[] {
  const kept: T[] = [];
  for (const one of all) if (fits([...kept, one])) kept.push(one);
  return kept;
}
