const DIGITS = '零一二三四五六七八九';

/** 中文数字 from 零 to 一百: 七, 十二, 二十, 九十九, 两, 一百. */
export function readChineseNumber(text: string): number | undefined {
  if (text === '一百' || text === '百') return 100;
  if (text === '两' || text === '俩') return 2;
  if (text === '〇') return 0;
  if (/^[零一二三四五六七八九]$/u.test(text)) return DIGITS.indexOf(text);
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(text);
  if (!tens) return undefined;
  const [, ten = '', one = ''] = tens;
  return (ten ? DIGITS.indexOf(ten) : 1) * 10 + (one ? DIGITS.indexOf(one) : 0);
}

/** A count as people type it in either script: 12, １２, 十二. */
export const readCount = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : readChineseNumber(text);
