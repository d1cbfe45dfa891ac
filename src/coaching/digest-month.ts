import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf, mondayOf } from '../calendar/working-days.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { leadWeeks } from './digest-number.ts';
import { positionLines, teamLines } from './digest-position.ts';
import type { Shown } from './digest-shown.ts';
import { median } from './metric-usual.ts';
import { valueText } from './metric-words.ts';
import { mixOf, percent } from './mix.ts';
import type { Part } from './post.ts';

type Block = Extract<Part, { kind: 'block' }>;
const DAYS = 31;

type Month = { readonly name: string; readonly before: string };

/** With the first digest of a month: the month before it in five lines, from what was recorded and nothing else. */
export function monthBlock(account: Account, shown: Shown, { today }: { readonly today: string }): Block[] {
  const month = monthOf(today);
  if (account.digests.length === 0 || account.digests.some(({ on }) => monthOf(on) === month && on < today)) return [];
  const name = monthBefore(month);
  const of = { name, before: monthBefore(name) };
  const lines = [
    ...itemLines(shown, of),
    ...leadLine(account, shown, of),
    ...answeredLines(account, name),
    ...positionLines(account, shown, today),
    ...teamLines(account),
    ...levelLines(account),
  ];
  if (lines.length === 0) return [];
  return [{ kind: 'block', heading: { key: 'digest.month' }, lines, small: [], presses: [] }];
}

const monthOf = (date: string): string => date.slice(0, 7);

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

function itemLines({ items }: Shown, { name, before }: Month): Text[] {
  const [now, then] = [name, before].map((month) => items.filter(({ date }) => monthOf(date) === month));
  if (!now || now.length === 0) return [];
  const earlier = then?.length ?? 0;
  const hasBefore = earlier > 0 ? 'yes' : 'no';
  const { promo } = mixOf(now);
  const promoBefore = earlier > 0 ? percent(mixOf(then ?? []).promo / earlier) : 0;
  return [
    { key: 'digest.month-items', values: { count: now.length, hasBefore, before: earlier } },
    { key: 'digest.month-promo', values: { share: percent(promo / now.length), hasBefore, before: promoBefore } },
  ];
}

/** The middle of the lead metric's weeks in the month. */
function leadLine(account: Account, shown: Shown, { name, before }: Month): Text[] {
  const [now, then] = [name, before].map((month) => {
    const lead = leadWeeks(account, shown, weeksOf(month));
    const values = lead?.values.filter((value) => value !== null) ?? [];
    return lead && values.length > 0 ? { name: lead.name, value: valueText(lead.metric, median(values)) } : null;
  });
  if (!now) return [];
  const hasBefore = then ? 'yes' : 'no';
  const values = { metric: now.name, value: now.value, hasBefore, before: then?.value ?? '' };
  return [{ key: 'digest.month-lead', values }];
}

/** The ISO weeks that begin in a month. */
const weeksOf = (month: string): string[] => [
  ...new Set(
    Array.from({ length: DAYS }, (_, i) => mondayOf(plusDays(`${month}-01`, i)))
      .filter((monday) => monthOf(monday) === month)
      .map(isoWeekOf),
  ),
];

/** Only while its operator agrees. */
const levelLines = ({ level }: Account): Text[] =>
  level === null ? [] : [{ key: 'digest.month-level', values: { level: { key: `maturity.level.${level.level}` } } }];

function answeredLines({ asks, weeks }: Account, month: string): Text[] {
  const answered = asks.filter(({ answer }) => answer !== null && monthOf(answer.on) === month).length;
  const learned = weeks.filter(({ on }) => monthOf(on) === month).flatMap(({ learnings }) => learnings).length;
  return [
    ...(answered > 0 ? [{ key: 'digest.month-answered', values: { count: answered } }] : []),
    ...(learned > 0 ? [{ key: 'digest.month-learned', values: { count: learned } }] : []),
  ];
}
