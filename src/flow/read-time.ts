import { readCount } from './chinese-number.ts';
import { plain } from './fold.ts';

const MAX_TYPED = 30;
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00', 中午: '12:00' };
const QUARTERS: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
const ENGLISH = /^(?:at )?(\d{1,2})(?:[:.h](\d{2}))? ?(?:([ap])\.? ?m\.?|o ?'?’?clock)?$/u;
const CHINESE =
  /^(凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚|今晚|夜里)? ?(.{1,3}?) ?(?:[点时:] ?(?:钟|整)?)(半|一刻|三刻|.{1,3}?)?(?:分|整)?$/u;

/** A time of day as people type it, as HH:MM: 9:30 · 9点半 · 下午3点 · 3pm · 晚上8点. */
export function readTime(text: string): string | undefined {
  const typed = plain(text);
  if (typed.length > MAX_TYPED) return undefined;
  if (Object.hasOwn(NAMED, typed)) return NAMED[typed];
  return readEnglish(typed) ?? readChinese(typed);
}

function readEnglish(typed: string): string | undefined {
  const match = ENGLISH.exec(typed);
  if (!match) return undefined;
  const [, hours = '', minutes = '0', half] = match;
  const hour = Number(hours);
  if (half === undefined) return timeOf(hour, Number(minutes));
  return hour < 1 || hour > 12 ? undefined : timeOf((hour % 12) + (half === 'p' ? 12 : 0), Number(minutes));
}

function readChinese(typed: string): string | undefined {
  const [, part = '', hours = '', rest = ''] = CHINESE.exec(typed) ?? [];
  const hour = readCount(hours);
  const minute = rest === '' ? 0 : (QUARTERS[rest] ?? readCount(rest.replace(/^零(?=.)/u, '')));
  if (hour === undefined || minute === undefined) return undefined;
  return timeOf(hour > 12 ? hour : hourOfDay(part, hour), minute);
}

function hourOfDay(part: string, hour: number): number {
  switch (part) {
    case '下午':
    case '傍晚':
      return (hour % 12) + 12;
    case '中午':
      return hour < 3 ? hour + 12 : hour;
    case '凌晨':
      return hour % 12;
    case '晚上':
    case '晚':
    case '今晚':
    case '夜里':
      // 晚上12点 is midnight, 晚上1点 the small hours, 晚上8点 the evening.
      return hour === 12 ? 0 : hour >= 5 ? hour + 12 : hour;
    default:
      return hour;
  }
}

const timeOf = (hour: number, minute: number): string | undefined =>
  hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
