import { expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { Locale } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { numbersForm } from '../../src/coaching/numbers-form.ts';
import { readContent } from '../../src/content.ts';
import { literal, type Text } from '../../src/flow/text.ts';
import { numbersView } from '../../src/slack/views/numbers-form.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { createTranslate } from '../../src/translate.ts';
import { viewViolations } from '../support/block-limits.ts';
import { LOCALES } from '../support/locales.ts';
import { HOSTILE } from './hostile.ts';

const { catalogs } = await readContent(new URL('../../', import.meta.url));
const translate = createTranslate(catalogs);
const ME = 'T1:U1';
const AT = new Date('2026-11-23T08:30:00Z');

const item = (title: string, n: number) => ({
  id: `p${n}`,
  operator: ME,
  date: `2026-11-${String(n + 1).padStart(2, '0')}`,
  title,
  intent: 'value',
  pillar: '',
  slot: null,
  requestedBy: 'operator',
});
const account = (id: string, name: string) =>
  Account.parse({ v: 1, id, name, platforms: [], operators: [ME], manager: null, items: HOSTILE.map(item) });
const accounts = [...HOSTILE.map((name, n) => account(`T1:${n}`, name)), account('T1:bare', 'Bare')].map((one) =>
  one.id === 'T1:bare' ? { ...one, items: [] } : one,
);

const formOf = (locale: Locale, asked: string, typed = {}, at = AT) => {
  const member = newMember(ME, { name: 'Operator', locale, zone: 'Asia/Shanghai', kind: 'person' });
  const form = numbersForm(member, { accounts, asked, typed, at });
  return form.kind === 'form' ? form : expect.unreachable();
};
const viewOf = (locale: Locale, asked: string, typed = {}, problems: readonly Text[] = []) =>
  numbersView(formOf(locale, asked, typed), createSay(translate, locale), problems);

it.each(LOCALES)('stays within the limits of Slack whatever people wrote, in %s', (locale) => {
  for (const words of HOSTILE) {
    const typed = { readers: words, table: words, sure: ['yes'], 'subject.T1:3': 'p3', 'age.p3': words };
    expect(viewViolations(viewOf(locale, 'T1:3', typed, [literal(words)]))).toEqual([]);
    expect(viewViolations(viewOf(locale, 'T1:3', { 'subject.T1:3': words }))).toEqual([]);
  }
  expect(viewViolations(viewOf(locale, 'T1:bare'))).toEqual([]);
});

it.each(LOCALES)('says for each number where to find it, and that empty is fine, in %s', (locale) => {
  const { blocks } = viewOf(locale, 'T1:3');
  const fields = blocks.filter((block) => 'element' in block && block.element.type === 'plain_text_input');
  expect(fields.length).toBeGreaterThan(12);
  for (const field of fields)
    expect(field).toMatchObject({ optional: true, hint: { text: expect.stringMatching(/.{4}/) } });
});

it('chooses the seventh day for a piece that is old enough, and the day it has reached for another', () => {
  const ageOn = (date: string) => {
    const { age } = formOf('en', 'T1:3', { 'subject.T1:3': 'p12' }, new Date(`${date}T08:30:00Z`));
    return [age?.chosen, ...(age?.of ?? []).map(({ id }) => id)];
  };
  expect(ageOn('2026-11-23')).toEqual(['7', '1', '3', '7']);
  expect(ageOn('2026-11-18')).toEqual(['3', '1', '3']);
  expect(ageOn('2026-11-13')).toEqual(['1', '1']);
  expect(ageOn('2026-12-30')).toEqual(['7', '1', '3', '7', '30']);
  expect(formOf('en', 'T1:3', { 'subject.T1:3': 'account' }).age).toBeNull();
});
