import { plusDays } from '../calendar/local-date.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import { cutTo } from './above-fold.ts';
import type { Account, Item } from './account.ts';
import { resultLine } from './digest-number.ts';
import type { Shown } from './digest-shown.ts';
import { isIn, mondayOfWeek } from './iso-week.ts';
import { balanceLines, balanceOf, pillarLines } from './mix-balance.ts';
import { percent, promoShareAt, type PromoShare } from './mix.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';
import { markOf, thanksIn } from './thanks.ts';

type Block = Extract<Part, { kind: 'block' }>;
type Wanted = { readonly heading: string; readonly lines: readonly Text[]; readonly presses?: readonly Press[] };

const TITLES = 2;
const TITLE_WEIGHT = 0.07;
const QUOTE_WEIGHT = 0.2;

const block = ({ heading, lines, presses = [] }: Wanted): Block[] =>
  lines.length === 0
    ? []
    : [{ kind: 'block', heading: { key: heading }, lines: [...lines], small: [], presses: [...presses] }];

/** Published, heard from a reader, one result: each in its wordings, the fullest first. */
export function happenedLines(account: Account, shown: Shown, week: string): (readonly [Text, ...Text[]])[] {
  const { itemsOfWeek: items, entries } = shown;
  const [learning] = entries.flatMap(({ learnings }) => learnings);
  return [
    items.length > 0 ? publishedLine(items) : [{ key: 'digest.no-pieces' }],
    ...(learning === undefined
      ? []
      : [[{ key: 'digest.reader', values: { words: cutTo(learning, QUOTE_WEIGHT) } }] as const]),
    ...resultLine(account, shown, week).map((line) => [line] as const),
  ];
}

function publishedLine(items: readonly Item[]): readonly [Text, Text] {
  const titles = items
    .toSorted((a, b) => Number(b.intent !== 'promo') - Number(a.intent !== 'promo'))
    .slice(0, TITLES)
    .map(({ title }): Text => ({ key: 'digest.piece', values: { title: cutTo(title, TITLE_WEIGHT) } }));
  const count = items.length;
  return [
    { key: 'digest.published', values: { count, titles, more: count - titles.length } },
    { key: 'digest.published-short', values: { count } },
  ];
}

/** The share of promotion and of the pillars beside what was agreed on, and whose wish the promotion was; it judges nobody. */
export function mixBlock({ promoCap, plan }: Account, { items }: Shown, week: string): Block[] {
  const until = plusDays(mondayOfWeek(week), 6);
  const pillars = plan === null || plan.pillars.length === 0 ? [] : planLines(balanceOf(items, plan, until));
  return block({ heading: 'digest.mix', lines: [...promoLines(promoCap, promoShareAt(items, until)), ...pillars] });
}

const planLines = (balance: ReturnType<typeof balanceOf>): Text[] =>
  typeof balance === 'number' ? balanceLines(balance) : pillarLines(balance);

function promoLines(promoCap: number, share: PromoShare | null): Text[] {
  if (share === null) return [];
  const by = (who: string): number => share.items.filter(({ requestedBy }) => requestedBy === who).length;
  const asked = { manager: by('manager'), department: by('department') };
  const isOver = share.share > promoCap;
  return [
    {
      key: 'digest.mix-line',
      values: { promo: share.promo, count: share.of, share: percent(share.share), cap: percent(promoCap) },
    },
    ...(isOver && asked.manager + asked.department > 0 ? [{ key: 'digest.mix-asked', values: asked }] : []),
  ];
}

/** One sentence that is ready to be sent; the manager may change it, and nothing goes by itself. */
export function recogniseBlock(account: Account, shown: Shown, week: string): Block[] {
  const line = thanksIn(shown);
  if (line === null) return [];
  return block({
    heading: 'digest.recognise',
    lines: [line],
    presses: [
      {
        name: 'send-thanks',
        subject: toSubject(account.id, week, markOf(line)),
        text: { key: 'manager.press.send-thanks' },
      },
      { name: 'thank', subject: toSubject(account.id, week), text: { key: 'digest.press.thank' } },
    ],
  });
}

/** What the coming week is for: the operator's word, and the manager's own where they gave one. */
export function nextBlock({ focus }: Account, { entries }: Shown): Block[] {
  const said = entries.flatMap((entry) => entry.focus ?? []);
  return block({
    heading: 'digest.next',
    lines: [
      ...said.map((text) => ({ key: 'digest.focus', values: { text } })),
      ...(focus?.by === 'manager' && !said.includes(focus.text)
        ? [{ key: 'digest.focus-yours', values: { text: focus.text } }]
        : []),
    ],
  });
}

/** So many answers read well; the operator's card has all. */
const ANSWERS_SHOWN = 6;

/** What operators answered in this week to questions of the company's own that say that the manager sees it. */
export const ownAnswersBlock = ({ answers }: Account, week: string): Block[] =>
  block({
    heading: 'digest.own-answers',
    lines: answers
      .filter(({ date }) => isIn(week, date))
      .slice(-ANSWERS_SHOWN)
      .map(({ date, question, answer }) => ({
        key: 'digest.own-answer',
        values: { day: shortDayText(date), question, answer },
      })),
  });
