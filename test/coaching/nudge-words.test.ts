import { describe, expect, it } from 'vitest';

import { nudgeProblems, wordsOf } from '../../src/coaching/nudge-check.ts';
import { Nudges, type NudgeRule } from '../../src/coaching/nudge-rules.ts';
import { createTranslate } from '../../src/translate.ts';
import { catalogs, nudges, ruleOf } from '../support/nudging.ts';

const translate = createTranslate(catalogs);
const LOCALES = ['en', 'zh-CN'] as const;
const wordings = (rule: NudgeRule): string[] =>
  wordsOf(rule).flatMap(({ key, isButton }) => (isButton || key.startsWith('nudge.why.') ? [] : [key]));
const filled = (rule: NudgeRule) => Object.fromEntries(Object.keys(rule.blanks).map((blank) => [blank, 3]));

describe.each(LOCALES)('the words of the small reminders, %s', (locale) => {
  const catalog = catalogs[locale] ?? {};
  const nudgeKeys = Object.keys(catalog).filter((key) => key.startsWith('nudge.'));

  it('are all there, and all said somewhere', () => {
    const said = new Set(nudges.rules.flatMap((rule) => wordsOf(rule).map(({ key }) => key)));
    const others = /^nudge\.(press|answer|month|metric)\.|^nudge\.why\.(latest|seen-|stop-)|^nudge\.talk-proposed$/;
    expect(nudgeKeys.filter((key) => !said.has(key) && !others.test(key))).toEqual([]);
    expect([...said].filter((key) => !(key in catalog))).toEqual([]);
  });

  it('differ from each other', () => {
    const all = nudges.rules.flatMap(wordings).map((key) => catalog[key]);
    expect(new Set(all).size).toBe(all.length);
    expect(nudges.rules.every(({ wordings: count }) => count >= 3)).toBe(true);
  });

  it('make whole sentences with any figure in them', () => {
    for (const rule of nudges.rules) {
      for (const key of wordings(rule)) {
        for (const count of [1, 3]) {
          const values = Object.fromEntries(Object.keys(rule.blanks).map((blank) => [blank, count]));
          expect(translate(locale, { key, values })).not.toMatch(/[{}#]|undefined|nudge\.|\s{2}/);
        }
      }
    }
  });

  it('are short enough to be read in passing', () => {
    for (const rule of nudges.rules) {
      for (const key of wordings(rule)) {
        expect(translate(locale, { key, values: filled(rule) }).length).toBeLessThanOrEqual(
          locale === 'en' ? 420 : 160,
        );
      }
    }
  });

  it('never ask for what may not be asked for, nor count a person', () => {
    const never =
      /打卡|日报|签到|小编|老板|领导|请示|警告|催办|软文|集赞|转发有|关注有礼|必须转发|全员转发|买粉|刷量|刷阅读|爬取|排名|连续.{0,4}天达成|考核|streak|leaderboard|ranking|your score|rank you|share to|follow us to|like and share|buy followers|scrape|must forward/i;
    for (const key of nudgeKeys) expect(catalog[key]).not.toMatch(never);
  });
});

describe('Chinese', () => {
  it('says 您 to managers, and 你 to operators', () => {
    for (const rule of nudges.rules) {
      for (const { key, isButton } of wordsOf(rule)) {
        // A draft speaks to the manager, in the operator's voice.
        if (isButton || key.startsWith('nudge.draft.')) continue;
        expect(`${key}: ${catalogs['zh-CN']?.[key]}`).not.toContain(rule.to === 'manager' ? '你' : '您');
      }
    }
  });
});

describe('a file of rules', () => {
  const actions = new Set(['A01']);
  const problemsOf = (rule: Partial<NudgeRule>) =>
    nudgeProblems({ ...nudges, rules: [{ ...ruleOf('O03'), ...rule }] }, catalogs, actions);

  it('is refused with what is wrong in it', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ if: 'facts.mood > 3' })[0]).toContain('nobody knows facts.mood');
    expect(problemsOf({ if: 'answers.mood > 3' })[0]).toContain('nobody knows answers.mood');
    expect(problemsOf({ if: 'facts.tenure_wd >' })[0]).toContain('bad expression');
    expect(problemsOf({ offers: [{ do: 'action', action: 'A99' }] })[0]).toContain('A99 is no action');
    expect(problemsOf({ wordings: 4 })).toContain('locales/en.json has no "nudge.O03.4"');
    expect(problemsOf({ id: 'N01' }).join()).toContain('nobody fills {count}');
  });

  it('lets a manager’s rule read nothing of the operator’s own', () => {
    for (const fact of [
      'last_energy',
      'energy_low_streak',
      'missed_wd',
      'plan_vague_of_5',
      'check_ins',
      'learning_empty_streak',
    ]) {
      expect(problemsOf({ to: 'manager', if: `facts.${fact} > 1` })[0]).toContain(`nobody knows facts.${fact}`);
    }
  });

  it('has at least three wordings and a priority', () => {
    const { limits, rules } = nudges;
    expect(Nudges.safeParse({ limits, rules: [{ ...rules[0], wordings: 2 }] }).success).toBe(false);
    expect(Nudges.safeParse({ limits, rules: [{ ...rules[0], priority: 4 }] }).success).toBe(false);
    expect(Nudges.safeParse(nudges).success).toBe(true);
  });
});
