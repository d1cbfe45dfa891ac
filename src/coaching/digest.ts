import type { Calendar } from '../calendar/calendar.ts';
import { plusDays } from '../calendar/local-date.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import { cutTo } from './above-fold.ts';
import type { Account } from './account.ts';
import { mixBlock, nextBlock, ownAnswersBlock, recogniseBlock } from './digest-blocks.ts';
import { digestChart } from './digest-chart.ts';
import { folded, waiting } from './digest-fold.ts';
import { monthBlock } from './digest-month.ts';
import { numberBlock } from './digest-number.ts';
import { shownOf, type Shown } from './digest-shown.ts';
import { mondayOfWeek } from './iso-week.ts';
import type { Part } from './post.ts';
import { toSubject } from './subject.ts';

type Block = Extract<Part, { kind: 'block' }>;

export type DigestOf = {
  readonly week: string;
  readonly today: string;
  /** The reader's: how many working days something has waited. */
  readonly calendar?: Calendar;
  /** In the reader's language: what stands above the fold is measured in it. */
  readonly say: (text: Text) => string;
  /** A preview: the same without its buttons. */
  readonly forOperator?: boolean;
};

const EMPTY: Block = { kind: 'block', heading: null, lines: [], small: [], presses: [] };
const NAME_WEIGHT = 0.1;

/** The manager's week of one account, from what its manager may know: decisions first, all that counts above the fold. */
export function digestOf(account: Account, of: DigestOf): Part[] {
  const shown = shownOf(account, of.week);
  const { fold, below } = folded(account, shown, { ...EMPTY, heading: titleOf(account, of.week) }, of);
  const chart = digestChart(account, shown, of.week);
  const parts: Part[] = [
    ...fold,
    ...below,
    ...lineBlock(shown),
    ...numberBlock(account, shown, of.week),
    ...(chart ? [{ kind: 'chart', chart } as const] : []),
    ...mixBlock(account, shown, of.week),
    ...ownAnswersBlock(account, of.week),
    ...recogniseBlock(account, shown, of.week),
    ...nextBlock(account, shown),
    ...monthBlock(account, shown, of),
    aboutBlock(account, of.week),
  ];
  return of.forOperator ? parts.flatMap(withoutPresses) : parts;
}

/** What waits for the manager, without anything of a week that nobody passed on. */
export const waitingOf = (account: Account, of: Pick<DigestOf, 'week' | 'today' | 'calendar'>): Part[] =>
  waiting(account, shownOf(account, of.week), of);

export const titleOf = ({ name }: Account, week: string): Text => {
  const monday = mondayOfWeek(week);
  const span = { from: shortDayText(monday), to: shortDayText(plusDays(monday, 6)) };
  const title = { account: cutTo(name, NAME_WEIGHT), week: { key: 'digest.span', values: span } };
  return { key: 'digest.title', values: title };
};

function lineBlock({ entries }: Shown): Block[] {
  const lines = entries.flatMap(({ line }) => (line === null ? [] : [{ key: 'digest.line', values: { line } }]));
  return lines.length > 0 ? [{ ...EMPTY, lines }] : [];
}

function aboutBlock(account: Account, week: string): Block {
  const subject = toSubject(account.id, week);
  return {
    ...EMPTY,
    small: [{ key: 'digest.about' }],
    presses: [
      { name: 'reply', subject, text: { key: 'digest.press.reply' } },
      { name: 'set-focus', subject, text: { key: 'digest.press.set-focus' } },
    ],
  };
}

const withoutPresses = (part: Part): Part[] => {
  if (part.kind === 'presses') return [];
  return part.kind === 'block' ? [{ ...part, presses: [] }] : [part];
};
