import { describe, expect, it } from 'vitest';

import { Account, type Item } from '../../src/coaching/account.ts';
import { METRICS } from '../../src/coaching/metric.ts';
import { readEntry, type Typed } from '../../src/coaching/numbers-entry.ts';
import { readContent } from '../../src/content.ts';
import { createTranslate } from '../../src/translate.ts';

const { catalogs } = await readContent(new URL('../../', import.meta.url));
const translate = createTranslate(catalogs);
const TODAY = '2026-11-23';

const item = (id: string, date: string, title: string): Item => ({
  id,
  operator: 'T1:U1',
  date,
  title,
  intent: 'value',
  pillar: '',
  slot: 'lead',
  requestedBy: 'operator',
  topic: null,
});
const ACCOUNT = Account.parse({
  v: 1,
  id: 'T1:a',
  name: 'A',
  platforms: [],
  operators: ['T1:U1'],
  manager: null,
  items: [
    item('p1', '2026-11-02', '怎样少换一次轴承'),
    item('p2', '2026-11-12', 'Three questions, answered'),
    item('p3', '2026-11-20', '展会见'),
    item('p4', '2026-11-23', '今天这篇'),
    item('p5', '2026-11-05', '月报'),
    item('p6', '2026-11-06', '月报'),
  ],
});

const entered = (typed: Typed, account = ACCOUNT) => readEntry(account, typed, TODAY);
const table = (...lines: string[]) => entered({ table: lines.join('\n') });
const numbersOf = (entry: ReturnType<typeof entered>) =>
  entry.kind === 'entered'
    ? entry.numbers.map(({ subject, name, value, age, on }) => `${subject} ${name} ${value} ${age ?? on}`)
    : entry.errors;
const errorsOf = (entry: ReturnType<typeof entered>, locale: 'en' | 'zh-CN' = 'en'): string[] =>
  entry.kind === 'refused'
    ? Object.values(entry.errors).flatMap((all) => all.map((text) => translate(locale, text)))
    : [];
const P1 = { 'subject.T1:a': 'p1' };

const quoted = (cell: string): string => (cell.includes(',') ? `"${cell}"` : cell);

describe('a table', () => {
  const BACKEND = [
    ['内容标题', '发表时间', '总阅读人数', '送达人数', '公众号消息阅读次数', '送达阅读率', '阅读完成率', '内容url'],
    ['怎样少换一次轴承', '20261102', '1,234', '1.2万', '４４９', '3.74%', '43.5%', 'https://x'],
  ];
  const TAKEN = [
    'p1 readers 1234 7',
    'p1 delivered 12000 7',
    'p1 push_reads 449 7',
    'p1 open_rate_backend 3.74 7',
    'p1 finish_rate 43.5 7',
  ];

  it.each([
    ['tabs', BACKEND.map((row) => row.join('\t')).join('\r\n')],
    ['commas', BACKEND.map((row) => row.map(quoted).join(',')).join('\n')],
    ['semicolons', BACKEND.map((row) => row.join(';')).join('\n')],
    ['full-width commas', BACKEND.map((row) => row.map(quoted).join('，')).join('\n')],
    ['a mark of its encoding', `\uFEFF${BACKEND.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n\r\n`],
    ['a line of its own on top', `数据明细\n\n${BACKEND.map((row) => row.join('\t')).join('\n')}\n合计\t\t9999`],
  ])('is read with %s', (_name, pasted) => {
    expect(numbersOf(entered({ table: pasted }))).toEqual(TAKEN);
  });

  it('is read in English, with quotes and line breaks inside a cell', () => {
    const pasted =
      'title,date,readers,finish rate (%),comments\n"Three questions,\nanswered",2026-11-12 08:30,85,0.4,-\n';
    expect(numbersOf(entered({ table: pasted, sure: ['yes'] }))).toEqual(['p2 readers 85 7', 'p2 finish_rate 0.4 7']);
  });

  it('takes the age beside a piece, else that which the backend shows', () => {
    expect(numbersOf(table('标题,天数,阅读人数', '怎样少换一次轴承,T+1,100'))).toEqual(['p1 readers 100 1']);
    expect(numbersOf(table('标题,阅读人数', '展会见,100'))).toEqual(['p3 readers 100 2']);
  });

  it('takes 300 rows at once', () => {
    const items = Array.from({ length: 300 }, (_, n) => item(`q${n}`, '2026-11-01', `第 ${n} 篇`));
    const rows = items.map(({ title }, n) => `${title}\t${n + 1}\t${n % 100}%`);
    const entry = entered(
      { table: ['标题\t阅读人数\t完读率', ...rows].join('\r\n'), sure: ['yes'] },
      { ...ACCOUNT, items },
    );
    expect(entry.kind === 'entered' && entry.numbers.length).toBe(600);
  });

  it('adds days of the account up to whole weeks, and leaves out a week that lacks a day', () => {
    const days = Array.from({ length: 9 }, (_, n) => `2026-11-${String(14 + n).padStart(2, '0')},${n},1,${900 + n}`);
    expect(numbersOf(table('日期,新增关注,取消关注,累积关注', ...days))).toEqual([
      'account followers 901 2026-11-15',
      'account new_followers 35 2026-11-22',
      'account unfollows 7 2026-11-22',
      'account followers 908 2026-11-22',
    ]);
  });

  it('takes one row a week as the week’s own', () => {
    expect(numbersOf(table('date;inquiries', '2026-11-09;3', '2026/11/16;5'))).toEqual([
      'account inquiries 3 2026-11-15',
      'account inquiries 5 2026-11-22',
    ]);
  });

  it('names what it does not keep', () => {
    const entry = table('标题,阅读人数,首次分享率', '展会见,9,1%');
    expect(entry).toMatchObject({ kind: 'entered', notKept: ['首次分享率'] });
  });
});

const withRate = (rate: string) => ['标题,送达阅读率', `怎样少换一次轴承,${rate}`].join('\n');

describe('a table with something wrong in it', () => {
  it.each([
    ['标题,完读率', '怎样少换一次轴承,560%', 'Row 2, column “完读率”: 560% can’t be'],
    ['标题,完读率', '怎样少换一次轴承,0.43', 'Row 2, column “完读率”: “0.43” may be 0.43% or 43%'],
    ['标题,阅读人数', '怎样少换一次轴承,many', 'Row 2, column “阅读人数”: “many” doesn’t read as a number'],
    ['标题,阅读人数', '怎样少换一次轴承,3%', 'column “阅读人数”: “3%” is a percentage'],
    ['标题,阅读人数', '怎样少换一次轴承,-3', 'is below zero'],
    ['标题,阅读人数', '怎样少换一次轴承,3.5', 'isn’t a whole number'],
    ['标题,阅读人数,阅读次数', '怎样少换一次轴承,90,80', 'column “阅读人数”: readers 90 is more than reads 80'],
    ['标题,阅读人数,送达人数', '怎样少换一次轴承,900,40', 'more than twenty times'],
    ['标题,送达阅读率', '怎样少换一次轴承,61%', 'open rate of 61%, and most accounts are far below'],
    ['标题,送达人数,公众号消息阅读次数', '怎样少换一次轴承,100,70', 'open rate of 70%'],
    ['标题,日期,阅读人数', '没有这篇,2026-11-12,9', 'Row 2, column “标题”: I know no piece “没有这篇”'],
    ['标题,日期,阅读人数', '展会见,2026-11-12,9', '“展会见” came out on'],
    ['标题,日期,阅读人数', '展会见,soonish,9', 'Row 2, column “日期”: “soonish” doesn’t read as a date'],
    ['标题,阅读人数', '月报,9', 'Several pieces are called “月报”'],
    ['标题,阅读人数', '今天这篇,9', 'came out today'],
    ['标题,天数,阅读人数', '展会见,7,9', 'column “天数”: 7 days after it came out isn’t over yet'],
    ['标题,天数,阅读人数', '展会见,soon,9', 'isn’t an age'],
    ['标题,阅读人数', ',9', 'Row 2 has neither a title nor a date'],
    ['日期,新增关注', `${TODAY},9`, 'Row 2 is of today or later'],
    ['日期,阅读人数', '2026-11-12,9', 'the row has no title'],
    ['标题,新增关注', '展会见,9', 'a number of the account, and the row is of a piece'],
    ['日期,新增关注,取消关注,净增关注', '2026-11-15,9,4,6', 'Net 6 isn’t new minus lost, which makes 5'],
    ['标题,阅读人数,分享人数', '展会见,1,234,5', 'Row 2 has 4 cells for 3 columns'],
    ['标题,打开率', '展会见,3%', 'Column “打开率” has two meanings'],
    ['title,Open Rate', 'x,3%', 'Column “Open Rate” has two meanings'],
    ['标题,阅读量', '展会见,3', 'Column “阅读量” may be people or opens'],
    ['标题,平均停留时长', '展会见,3', 'minutes or seconds'],
    ['标题,阅读人数,总阅读人数', '展会见,3,3', 'Column “总阅读人数” says the same as column “阅读人数”'],
    ['标题,颜色', '展会见,红', 'no names of columns that I know'],
    ['标题,阅读人数', '', 'no rows below'],
    ['标题,阅读人数', '"展会见,9', 'A quotation mark is opened and not closed'],
  ])('%s / %s: %s', (head, row, words) => {
    const entry = table(head, row);
    const errors = errorsOf(entry);
    expect(errors.join(' ')).toContain(words);
    expect(errorsOf(entry, 'zh-CN')).toHaveLength(errors.length);
    expect(errorsOf(entry, 'zh-CN').join('')).not.toMatch(/[{}]/);
  });

  it('is not taken in part, and says ten things and how many more there are', () => {
    const rows = Array.from({ length: 14 }, () => '展会见,x');
    const errors = errorsOf(table('标题,阅读人数', '怎样少换一次轴承,9', ...rows));
    expect(errors).toHaveLength(11);
    expect(errors[0]).toContain('Row 3');
    expect(errors.at(-1)).toBe('… and 4 more.');
  });

  it('counts rows as the spreadsheet does, empty ones and line breaks in cells included', () => {
    const pasted = '标题,阅读人数\n\n"展\n会见",9\n展会见,x';
    expect(errorsOf(entered({ table: pasted })).join()).toContain('Row 4, column “阅读人数”');
  });

  it('says a piece that comes twice', () => {
    expect(errorsOf(table('标题,阅读人数', '展会见,9', '展会见,8'))).toEqual([
      'Row 3 is of the same as row 2. Leave one of them out.',
    ]);
  });

  it('is taken with an unlikely number once that was checked, and never with an impossible one', () => {
    expect(entered({ table: withRate('61%') }).kind).toBe('refused');
    expect(numbersOf(entered({ table: withRate('61%'), sure: ['yes'] }))).toEqual(['p1 open_rate_backend 61 7']);
    expect(entered({ table: withRate('161%'), sure: ['yes'] }).kind).toBe('refused');
  });
});

describe('numbers typed one by one', () => {
  it('are of the piece and the day chosen, else of the last piece with whole days behind it', () => {
    expect(numbersOf(entered({ ...P1, 'age.p1': '3', readers: '1,024', finish_rate: '43.5%', likes: '' }))).toEqual([
      'p1 readers 1024 3',
      'p1 finish_rate 43.5 3',
    ]);
    expect(numbersOf(entered({ readers: '9' }))).toEqual(['p3 readers 9 1']);
  });

  it('are of last week where the whole account is chosen', () => {
    expect(numbersOf(entered({ 'subject.T1:a': 'account', unfollows: '4', readers: '7' }))).toEqual([
      'account unfollows 4 2026-11-22',
    ]);
  });

  it.each([
    [{ ...P1, finish_rate: '560' }, 'finish_rate', '560% can’t be'],
    [{ ...P1, finish_rate: '0.43' }, 'finish_rate', 'Should it be 43%'],
    [{ ...P1, readers: 'some' }, 'readers', 'doesn’t read as a number'],
    [{ ...P1, readers: '90', reads: '80' }, 'readers', 'more than reads 80'],
    [{ ...P1, push_reads: '70', delivered: '100' }, 'push_reads', 'open rate of 70%'],
    [{ ...P1, sharers: '70', readers: '10' }, 'sharers', 'more than readers 10'],
    [{ 'subject.T1:a': 'p4', readers: '9' }, 'subject.T1:a', 'today aren’t final'],
    [{ 'subject.T1:a': 'p3', 'age.p3': '7', readers: '9' }, 'age.p3', 'isn’t over yet'],
    [{ 'subject.T1:a': 'elsewhere', readers: '9' }, 'subject.T1:a', 'no longer in the account’s list'],
    [{}, 'subject.T1:a', 'no number in the form'],
  ])('%j is refused under %s: %s', (typed, address, words) => {
    const entry = entered(typed);
    expect(entry.kind === 'refused' && Object.keys(entry.errors)).toEqual([address]);
    expect(errorsOf(entry).join()).toContain(words);
  });

  it('are compared with what is known of the same piece on the same day', () => {
    const known = { subject: 'p1', name: 'reads', value: 80, on: '2026-11-09', age: 7, source: 'form' } as const;
    const account = { ...ACCOUNT, numbers: [known] };
    expect(errorsOf(entered({ ...P1, readers: '90' }, account)).join()).toContain('more than reads 80');
    expect(entered({ ...P1, readers: '90', 'age.p1': '3' }, account).kind).toBe('entered');
  });

  it('are not taken when the table beside them is wrong', () => {
    expect(entered({ ...P1, readers: '9', table: '标题,阅读人数\n展会见,x' }).kind).toBe('refused');
  });
});

it('has a name for every number in both languages', () => {
  for (const metric of Object.keys(METRICS)) {
    for (const locale of ['en', 'zh-CN'] as const) expect(translate(locale, { key: `metric.${metric}` })).not.toBe('');
  }
});
