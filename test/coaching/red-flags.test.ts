import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createReview } from '../../src/coaching/red-flags.ts';
import { type ReviewRule, ReviewRules, WordList, WordLists } from '../../src/coaching/review-rules.ts';
import { readContent } from '../../src/content.ts';
import { createTranslate } from '../../src/translate.ts';

const root = new URL('../../', import.meta.url);
const { redFlags, catalogs, playbook } = await readContent(root);
const translate = createTranslate(catalogs);
const review = createReview(redFlags, new Set(Object.keys(catalogs.en)));
const exampleOf = (rule: string, facts: Record<string, string>) => review(rule, '不知道', facts).example?.key;
const TRADES = ['manufacturing', 'retail', 'tourism', 'hospital', 'bank', 'school'];
const gradeOf = (rule: string, answer: string) => review(rule, answer, {}).grade;

/** Answers as people in several trades give them, judged by hand: does this one leave its reader guessing? */
const Answers = z.record(z.string(), z.object({ vague: z.array(z.string()), fine: z.array(z.string()) }));
const answers = Answers.parse(JSON.parse(await readFile(new URL('test/fixtures/review-answers.json', root), 'utf8')));

/** The keys of the words for these flags of every rule. */
const keysOf = (flagsIn: (rule: ReviewRule) => readonly string[]): string[] =>
  Object.entries(redFlags.rules).flatMap(([id, rule]) =>
    flagsIn(rule).flatMap((flag) => ['why', 'ask', 'example'].map((part) => `review.${id}.${flag}.${part}`)),
  );
const near = ['audience', 'need', 'purpose', 'pillar', 'difference', 'goal'].flatMap((rule) =>
  TRADES.map((trade) => `review.${rule}.example.${trade}`),
);

describe('the review of typed answers', () => {
  it.each(Object.keys(answers))('finds what is vague in answers to %s, and little else', (rule) => {
    const { vague = [], fine = [] } = answers[rule] ?? {};
    const found = vague.filter((answer) => gradeOf(rule, answer) === 'vague');
    const wrong = fine.filter((answer) => gradeOf(rule, answer) === 'vague');
    expect(vague.length + fine.length).toBeGreaterThan(60);
    expect(found.length / (found.length + wrong.length), `wrongly: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
    const missed = vague.filter((answer) => !found.includes(answer));
    expect(found.length / vague.length, `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['plan', '继续更新文章', 'vague', 'routine'],
    ['plan', 'same as yesterday', 'vague', 'routine'],
    ['plan', '提高阅读量', 'vague', 'wish'],
    ['plan', '打电话给经销商', 'partial', 'no-when'],
    ['plan', '周三下午赋能经销商，打电话问三个问题', 'partial', 'filler'],
    ['plan', '明早10点前给2位经销商打电话，问上周被问最多的问题', 'sharp', undefined],
    ['plan', '明早１０点前 call 两位经销商，问 FAQ', 'sharp', undefined],
    ['plan', 'Call two dealers before 10 to ask what they were asked most', 'sharp', undefined],
    ['blocker', '没时间', 'vague', 'excuse'],
    ['blocker', '卡住了', 'vague', 'bare'],
    ['blocker', '等法务确认免责声明', 'partial', 'no-date'],
    ['blocker', 'Waiting for legal to confirm the disclaimer since Monday', 'sharp', undefined],
    ['learning', '没有', 'partial', 'nothing'],
    ['learning', 'nothing today', 'partial', 'nothing'],
    ['learning', '读者喜欢干货', 'vague', 'general'],
    ['learning', '我觉得读者在梅雨季会换润滑脂', 'partial', 'opinion'],
    ['learning', '客户电话里问：梅雨季该换哪种润滑脂？', 'sharp', undefined],
  ])('grades %s “%s” as %s (%s)', (rule, answer, grade, flag) => {
    const judged = review(rule, answer, {});
    expect([judged.grade, judged.flags[0]]).toEqual([grade, flag]);
  });

  it('takes a single Chinese character for a word only where it is one', () => {
    expect(review('plan', '大约十点前经销商', {}).flags).toContain('no-action');
    expect(review('plan', '十点前约经销商', {}).flags).not.toContain('no-action');
  });

  it('calls no action of the playbook vague, in any language, so that each can be picked as a plan', () => {
    const titles = playbook.actions.flatMap(({ id }) =>
      (['en', 'zh-CN'] as const).map((locale) => translate(locale, { key: `action.${id}.title` })),
    );
    expect(titles.filter((title) => gradeOf('plan', title) === 'vague')).toEqual([]);
  });

  it('has words for every hard flag, and besides only for what can come first in a vague answer', () => {
    const needed = [...keysOf(({ hard }) => Object.keys(hard)), ...near];
    // Two slots are missing in a vague answer, so the last is never the first of them.
    const allowed = keysOf(({ slots }) =>
      Object.keys(slots)
        .slice(0, -1)
        .map((slot) => `no-${slot}`),
    );
    for (const catalog of Object.values(catalogs)) {
      const said = Object.keys(catalog).filter((key) => key.startsWith('review.'));
      expect(said).toEqual(expect.arrayContaining(needed));
      expect(said.filter((key) => !needed.includes(key) && !allowed.includes(key))).toEqual([]);
    }
  });

  it.each(TRADES)('shows an example from the trade of the person, where there is one: %s', (trade) => {
    expect(exampleOf('audience', { trade })).toBe(`review.audience.example.${trade}`);
    expect(exampleOf('insider', { trade })).toBe('review.insider.empty.example');
    expect(exampleOf('audience', { trade: 'other' })).toBe('review.audience.empty.example');
    expect(exampleOf('audience', {})).toBe('review.audience.empty.example');
  });

  it.each([
    ['plan', '经销商', 'no-action'],
    ['plan', 'call', 'no-object'],
    ['blocker', 'rain', 'no-thing'],
    ['learning', '下雨了', 'no-source'],
  ])('says of %s “%s” what is missing first: %s', (rule, answer, flag) => {
    const { why, ask, example } = review(rule, answer, {});
    const key = `review.${rule}.${flag}`;
    expect([why.key, ask.key, example?.key]).toEqual([`${key}.why`, `${key}.ask`, `${key}.example`]);
  });

  it('names in its rules only lists that both languages have', () => {
    const named = [
      ...JSON.stringify(redFlags.rules).matchAll(/"(?:any|not|none|only|of|aside|without|half)":\[([^\]]*)\]/g),
    ];
    const lists = new Set(named.flatMap(([, names = '']) => JSON.parse(`[${names}]`)));
    expect(lists.size).toBeGreaterThan(10);
    for (const language of redFlags.languages)
      expect(Object.keys(language)).toEqual(expect.arrayContaining([...lists]));
  });

  it('gives its own examples no worse a grade than partial', () => {
    const examples = Object.keys(catalogs.en).filter((key) => /^review\..*\.example(?:\.|$)/.test(key));
    const graded = examples.flatMap((key) =>
      (['en', 'zh-CN'] as const).map(
        (locale) => `${gradeOf(key.split('.')[1] ?? '', translate(locale, { key }))} ${key}`,
      ),
    );
    expect(graded.filter((line) => line.startsWith('vague'))).toEqual([]);
  });

  it.each([
    '“'.repeat(100_000),
    'a '.repeat(50_000),
    '1'.repeat(100_000),
    '打电话'.repeat(33_000),
    'ﷺ'.repeat(100_000),
    '\u200b',
    '',
  ])('stays quick and calm on hostile text (case %#)', (hostile) => {
    const before = performance.now();
    for (const rule of Object.keys(redFlags.rules)) expect(gradeOf(rule, hostile)).toBeTypeOf('string');
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('refuses a pattern that could take more than linear time', () => {
    for (const pattern of ['(a|b)*c', 'a+', '.{2,}', '(a)\\1', '(']) {
      expect([pattern, WordList.safeParse({ patterns: [pattern] }).success]).toEqual([pattern, false]);
    }
    expect(WordList.safeParse({ patterns: ['[0-9]{1,2}:[0-9]{2}'] }).success).toBe(true);
  });

  it('takes a rule for another kind of answer as data alone', () => {
    const rules = ReviewRules.parse({
      rules: {
        audience: {
          slots: {
            role: [{ any: ['role'] }],
            situation: [{ any: ['situation'] }],
            need: [{ any: ['need'] }],
          },
          hard: { everyone: [{ any: ['everyone'] }] },
          soft: { short: [{ light: { under: 12 } }] },
        },
      },
    });
    const zh = WordLists.parse({
      role: { words: ['科长', '店长'] },
      situation: { words: ['之前', '前两周', '刚'] },
      need: { words: ['怕', '想知道'] },
      everyone: { words: ['所有人', '大家'] },
    });
    const judge = createReview({ rules, languages: [zh] });
    expect(judge('audience', '所有人', {}).grade).toBe('vague');
    expect(judge('audience', '县级医院设备科科长，器械使用检查前两周，怕台账和维保记录对不上', {}).grade).toBe('sharp');
    expect(judge('audience', '店长刚上任怕', {}).flags).toEqual(['short']);
  });
});
