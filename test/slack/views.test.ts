import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import { glanceOf } from '../../src/coaching/home-glance.ts';
import type { Home } from '../../src/coaching/home.ts';
import { readContent } from '../../src/content.ts';
import { literal } from '../../src/flow/text.ts';
import type { Question } from '../../src/flow/turn.ts';
import { formView } from '../../src/slack/views/form.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { partsMessage } from '../../src/slack/views/post.ts';
import { questionBlocks } from '../../src/slack/views/question.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { takenMessage } from '../../src/slack/views/taken.ts';
import { createTranslate } from '../../src/translate.ts';
import { violations, viewViolations } from '../support/block-limits.ts';
import { LOCALES } from '../support/locales.ts';
import { HOSTILE, part, question } from './hostile.ts';

const { catalogs } = await readContent(new URL('../../', import.meta.url));
const translate = createTranslate(catalogs);
const en = createSay(translate, 'en');
const locale = fc.constantFrom(...LOCALES);
/** Of a file of ours: the only link that is alive in a message. */
const LINK = 'https://our/file';

const asked = (changed: Partial<Question>): Question => ({
  session: 's1',
  flow: 'daily-check-in',
  step: 'plan',
  address: 'plan',
  text: literal('A question?'),
  label: literal('Plan'),
  wait: { kind: 'text', min: 1, max: 300 },
  options: [],
  optional: false,
  audience: 'operator',
  number: 1,
  total: 3,
  ...changed,
});
const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `o${i}`, text: literal(`Option ${i}`) }));
const typesIn = (blocks: unknown): string[] =>
  [...JSON.stringify(blocks).matchAll(/"type":"(\w+)"/g)].map(([, type = '']) => type);

const choice = (count: number) =>
  typesIn(questionBlocks(asked({ wait: { kind: 'choice' }, options: optionsOf(count) }), en));

const choices = (count: number) => {
  const wait = { kind: 'choices' as const, min: 1, max: 100, exclusive: ['o0'] };
  return questionBlocks(asked({ wait, options: optionsOf(count + 1) }), en);
};

const buttonsOf = (changed: Partial<Question>) => JSON.stringify(questionBlocks(asked(changed), en).at(-1));

const form = (typed?: Record<string, string>) =>
  JSON.stringify(
    formView(
      { locale: 'en', session: 's1', title: literal('T'), questions: [asked({ given: 'given', draft: 'draft' })] },
      en,
      typed,
    ),
  );

describe('a post', () => {
  it('stays within the limits of Slack whatever is in it, with words for a notification', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), locale, (parts, locale) => {
        const links = new Map(parts.flatMap((one) => (one.kind === 'file' ? [[one.file, LINK] as const] : [])));
        const { text, blocks } = partsMessage(parts, createSay(translate, locale), { pictures: new Map(), links });
        expect(violations(blocks).filter((wrong) => !wrong.includes(`a live <${LINK}`))).toEqual([]);
        expect(text).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(text).not.toMatch(/<!/);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the question when there is more than fits before it', () => {
    const parts = Array.from({ length: 80 }, () => ({ kind: 'text' as const, text: literal('x'.repeat(3_000)) }));
    const last = asked({ wait: { kind: 'choice' }, options: optionsOf(3) });
    const { blocks } = partsMessage([...parts, { kind: 'effects', effects: [{ kind: 'ask', question: last }] }], en);
    expect(violations(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('Option 2');
  });

  it('splits a long text over several sections and loses none of it', () => {
    const words = Array.from({ length: 1_200 }, (_, i) => `w${i}`).join(' ');
    const { blocks } = partsMessage([{ kind: 'text', text: literal(words) }], en);
    const said = blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : []));
    expect(said.length).toBeGreaterThan(1);
    expect(said.join(' ')).toBe(words);
  });

  it('shows what a person wrote without giving it life', () => {
    const { blocks, text } = partsMessage([{ kind: 'text', text: literal('<!channel> a & b <@U1>') }], en);
    expect(JSON.stringify(blocks)).toContain('&lt;!channel&gt; a &amp; b &lt;@U1&gt;');
    expect(text).toBe('&lt;!channel&gt; a &amp; b &lt;@U1&gt;');
  });
});

describe('a question', () => {
  it('stays within the limits of Slack, in a message and in a form', () => {
    fc.assert(
      fc.property(question, locale, (one, locale) => {
        const say = createSay(translate, locale);
        const form = { locale, session: one.session, title: one.text, questions: [one] };
        expect(
          violations(partsMessage([{ kind: 'effects', effects: [{ kind: 'ask', question: one }] }], say).blocks),
        ).toEqual([]);
        expect(viewViolations(formView(form, say))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has buttons for five options and a menu for six', () => {
    expect(choice(5)).not.toContain('static_select');
    expect(choice(6)).toContain('static_select');
  });

  it('has boxes for ten choices and a menu for eleven, each with Done and what stands alone beside it', () => {
    expect(typesIn(choices(10))).toContain('checkboxes');
    expect(typesIn(choices(11))).toContain('multi_static_select');
    expect(JSON.stringify(choices(11).at(1))).toMatch(/Done.*Option 0/);
  });

  it('offers to skip only what is optional, to go back only from the second on, and always the form', () => {
    expect(buttonsOf({})).not.toMatch(/"(Skip|Back)"/);
    expect(buttonsOf({ optional: true, number: 2 })).toMatch(/Skip.*Back.*Answer in a form/);
  });

  it('says itself what a menu of several is beside, so that nothing is said twice', () => {
    const [first] = choices(11);
    expect(first).toMatchObject({ text: { text: 'A question?' }, accessory: { type: 'multi_static_select' } });
  });

  it('may be left as it is where it is answered, and explained where it has something to explain', () => {
    const answered = buttonsOf({ commands: ['keep', 'skip'], given: 'A plan', optional: true });
    expect(answered).toMatch(/"Keep as it is"/);
    expect(answered).not.toMatch(/"(Skip|Help)"/);
    expect(buttonsOf({ help: literal('One thing.') })).toMatch(/"What is meant\?"/);
    expect(JSON.stringify(questionBlocks(asked({ help: literal('One thing.') }), en))).not.toContain('One thing.');
  });

  it('asks to sharpen a vague answer with the reason, an example and a way to leave it', () => {
    const followUp = {
      grade: 'vague' as const,
      flags: [],
      why: literal('No time in it.'),
      ask: literal('When?'),
      example: literal('At ten.'),
      offers: optionsOf(2),
    };
    const drawn = JSON.stringify(questionBlocks(asked({ followUp, given: 'soon' }), en));
    expect(drawn).toMatch(/No time in it\..*When\?.*At ten\..*Option 1.*soon.*Keep as it is/);
  });
});

describe('a form', () => {
  it('shows what is typed now before the draft, and the draft before the answer', () => {
    expect(form()).toContain('"initial_value":"draft"');
    expect(form({ plan: 'typed' })).toContain('"initial_value":"typed"');
  });

  it('has no stars where Slack knows no bold', () => {
    const questions = [asked({ text: { key: 'daily-check-in.number.mon' } })];
    const { blocks } = formView({ locale: 'en', session: 's1', title: literal('T'), questions }, en);
    expect(JSON.stringify(blocks)).toContain('net new followers');
    expect(JSON.stringify(blocks)).not.toContain('*');
  });

  it('holds a hundred questions as well as none', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      asked({ address: `a${i}`, wait: { kind: 'person', orText: true } }),
    );
    for (const questions of [many, []]) {
      expect(viewViolations(formView({ locale: 'zh-CN', session: 's1', title: literal('T'), questions }, en))).toEqual(
        [],
      );
    }
  });
});

const line = (label: string, onlyYou: boolean) => ({ label: literal(label), value: literal('x'), onlyYou });

describe('a card', () => {
  it('keeps apart what only the operator sees and what the manager may see', () => {
    const lines = [line('Moved', true), line('Number', false), line('Energy', true)];
    const card = { date: '2026-11-23', status: 'submitted' as const, lines };
    const drawn = JSON.stringify(partsMessage([{ kind: 'card', card }], en).blocks);
    expect(drawn).toMatch(/Monday, November 23.*Only you.*Moved.*Energy.*manager may see.*Number.*Edit/);
  });
});

it('tells two buttons of the same words apart for whoever hears them', () => {
  const suggestion = {
    id: 'A01',
    title: literal('Call a customer'),
    why: literal('x'),
    signal: literal('y'),
    minutes: 9,
  };
  const { blocks } = partsMessage([{ kind: 'suggestions', suggestions: [suggestion] }], en);
  expect(JSON.stringify(blocks)).toContain('"accessibility_label":"Do this today: Call a customer"');
});

describe('the Home tab', () => {
  const empty: Home = {
    greeting: { key: 'home.greeting' },
    today: { card: null, status: { key: 'home.today-none' }, presses: [] },
    picked: null,
    suggestions: [],
    week: [],
    weekPresses: [],
    positions: [],
    blockers: [],
    managed: [],
    setUp: null,
    settings: [],
    undelivered: null,
    privacy: { key: 'home.privacy' },
  };

  it('says what to do next where there is nothing yet', () => {
    const view = JSON.stringify(homeView(empty, en));
    expect(view).toMatch(/Nothing to suggest.*Nothing here yet.*Nothing is stuck/);
    expect(viewViolations(homeView(empty, en))).toEqual([]);
  });

  it('stays within the limits of Slack whatever people wrote', () => {
    const blocker = { id: 'b', owner: null, category: null, shared: true, openedOn: '2026-11-02', closedOn: null };
    const account = { v: 1 as const, id: 'T1:a', platforms: [], operators: ['T1:U1'], manager: 'T1:U2' };
    const full: Home = {
      ...empty,
      week: HOSTILE.map((words) => ({ date: '2026-11-23', text: literal(words) })),
      blockers: HOSTILE.map((text) => ({ ...blocker, text })),
      managed: HOSTILE.map((name) => glanceOf(Account.parse({ ...account, name }), '2026-11-23')),
      positions: HOSTILE.slice(0, 8).map((words) => ({
        heading: literal(words),
        lines: [literal(words), literal(words)],
        presses: [{ name: 'show-position', subject: words, text: literal(words) }],
      })),
    };
    expect(viewViolations(homeView(full, en))).toEqual([]);
  });
});

it('leaves one short line of an answered question', () => {
  const taken = { address: 'plan', label: literal('Plan'), value: literal('call <!here> two dealers'), skipped: false };
  expect(takenMessage([taken], en).text).toBe('✓ *Plan*: call &lt;!here&gt; two dealers');
  const long = takenMessage(
    HOSTILE.map((words) => ({ ...taken, value: literal(words) })),
    en,
  );
  expect(violations(long.blocks)).toEqual([]);
});
