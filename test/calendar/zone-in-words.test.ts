import { expect, it } from 'vitest';

import { zoneInWords } from '../../src/calendar/zone-in-words.ts';

it.each([
  ['en', 'Asia/Shanghai', 'China'],
  ['zh-CN', 'Asia/Shanghai', '中国'],
  ['en', 'America/New_York', 'Eastern Time'],
  ['zh-CN', 'Europe/Berlin', '中欧时间'],
])('in %s %s is %s', (locale, zone, words) => {
  expect(zoneInWords(locale, zone)).toContain(words);
});

it('says by its id what is no zone', () => {
  expect(zoneInWords('en', 'Moon/Tranquility')).toBe('Moon/Tranquility');
});
