import { readCount } from './chinese-number.ts';
import { dayOfWeek, fromDayNumber, readDay } from './civil-day.ts';
import type { DayRange } from './day-range.ts';
import { plain } from './fold.ts';

const MAX_TYPED = 40;
const DAYS_AWAY: Readonly<Record<string, number>> = {
  'day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  前天: -2,
  昨天: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAYS_ZH = '一二三四五六日';

/** A date as people type it, as YYYY-MM-DD. `today` gives the words and the years that are left out their meaning. */
export function readDate(text: string, today: string | undefined, range: DayRange): string | undefined {
  const typed = plain(text).replace(/[.。!]$/u, '');
  if (typed.length > MAX_TYPED) return undefined;
  const whole = /^(\d{4})(?:[-/.]| ?年 ?)(\d{1,2})(?:[-/.]| ?月 ?)(\d{1,2}) ?[日号]?$/u.exec(typed);
  if (whole) return dateOf(whole[1], whole[2], whole[3]);
  const now = today === undefined ? undefined : readDay(today);
  if (today === undefined || now === undefined) return undefined;
  const away = Object.hasOwn(DAYS_AWAY, typed) ? DAYS_AWAY[typed] : undefined;
  return away === undefined
    ? (readWeekday(typed, now) ?? readMonthDay(typed, { today, now, range }))
    : fromDayNumber(now + away);
}

const dateOf = (year = '', month = '', day = ''): string | undefined => {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return readDay(date) === undefined ? undefined : date;
};

/** Friday, 周五: the next one, today included. "next Friday", 下周五: the one of next week, which begins on Monday. */
function readWeekday(typed: string, now: number): string | undefined {
  const english = /^(?:on )?(next |this )?(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}$/.exec(typed);
  const chinese = /^(下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])$/u.exec(typed);
  const [, which = '', name = ''] = english ?? chinese ?? [];
  if (name === '') return undefined;
  const weekday = (english ? WEEKDAYS.indexOf(name) : WEEKDAYS_ZH.indexOf(name === '天' ? '日' : name)) + 1;
  const offset = weekday - dayOfWeek(now);
  if (which.startsWith('next') || which.startsWith('下')) return fromDayNumber(now + offset + 7);
  return fromDayNumber(now + (offset < 0 ? offset + 7 : offset));
}

type Around = { readonly today: string; readonly now: number; readonly range: DayRange };

/** 12/1, 12月1日, 3号: of the years (or months) around today, the one that is allowed here, then the nearest. */
function readMonthDay(typed: string, around: Around): string | undefined {
  const [, month = '', day = ''] = /^(?:(.{1,3})(?:月|[/-]))?(.{1,3}?)[日号]?$/u.exec(typed) ?? [];
  // A bare "3" is no date; 3号 is.
  if (month === '' && !/[日号]$/u.test(typed)) return undefined;
  const counts = [month === '' ? 1 : readCount(month.trim()), readCount(day.trim())];
  const [monthCount, dayCount] = counts;
  if (monthCount === undefined || dayCount === undefined) return undefined;
  const months =
    month === '' ? monthsAround(around.today) : yearsAround(around.today).map((year) => [year, monthCount]);
  const days = months
    .map(([year, of]) => readDay(dateOf(String(year), String(of), String(dayCount)) ?? ''))
    .filter((found) => found !== undefined);
  const isAllowed = (found: number): boolean => found >= around.range.first && found <= around.range.last;
  const nearness = (found: number): number => Math.abs(found - around.now) + (isAllowed(found) ? 0 : 10_000);
  const nearest = days.toSorted((a, b) => nearness(a) - nearness(b))[0];
  return nearest === undefined ? undefined : fromDayNumber(nearest);
}

const yearsAround = (today: string): readonly number[] => [-1, 0, 1].map((away) => Number(today.slice(0, 4)) + away);

const monthsAround = (today: string): readonly (readonly number[])[] => {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return [-1, 0, 1].map((away) => [Math.floor((month + away) / 12), ((month + away) % 12) + 1]);
};
