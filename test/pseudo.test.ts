import { readFile, rm } from 'node:fs/promises';

import { afterAll, describe, expect, it } from 'vitest';

import { coachingOf } from '../src/coaching-of.ts';
import { createCoach } from '../src/coaching/create-coach.ts';
import { PanelName } from '../src/coaching/panel-name.ts';
import { readContent } from '../src/content.ts';
import { createMemoryClockwork } from '../src/memory/clockwork.ts';
import { createMemoryState } from '../src/memory/state.ts';
import { messagesOf } from '../src/preview/messages.ts';
import { homeView } from '../src/slack/views/home.ts';
import { panelView } from '../src/slack/views/panel.ts';
import { partsMessage } from '../src/slack/views/post.ts';
import { createSay } from '../src/slack/views/say.ts';
import { violations, viewViolations } from './support/block-limits.ts';
import { PSEUDO, pseudoRoot } from './support/pseudo.ts';

const ours = new URL('../', import.meta.url);
const root = await pseudoRoot(ours);
afterAll(() => rm(root, { recursive: true }));

const content = await readContent(root);
const coaching = coachingOf(content);
const say = createSay(coaching.translate, PSEUDO);
/** What people wrote: the example company's own words. */
const written = [
  await readFile(new URL('src/playground/example/en.json', ours), 'utf8'),
  await readFile(new URL('src/preview/positioning-answers.json', ours), 'utf8'),
  await readFile(new URL('src/preview/nudge-messages.ts', ours), 'utf8'),
]
  .join('\n')
  .toLowerCase();

const READ = new Set(['text', 'alt_text', 'accessibility_label', 'title', 'placeholder', 'hint', 'label']);

/** All that a person reads of a payload. */
const wordsIn = (value: unknown, isRead = false): string[] => {
  if (typeof value === 'string') return isRead ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, isRead));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, READ.has(key)));
};

const DATES =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b[AP]M\b|China Standard Time|Bearings|<[@!#][^>]*>|<https?:[^>]*>|\b[\w-]+\.(?:md|csv|png|json)\b|\bT\+\d+|\bEnglish\b|中文|\bGMT\b/g;

/** What stands in a text outside of the brackets and is nobody's own words: it was not translated. */
const strayIn = (words: string): string[] =>
  words
    .replaceAll(/⟦[^⟦⟧]*(?:⟧|…|$)/gu, '\n')
    .replaceAll(DATES, '\n')
    .split(/[\n“”"*_`~…]+/u)
    .map((piece) => piece.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((piece) => piece !== '' && !written.includes(piece.replaceAll('-', ' ').toLowerCase()));

describe('a third language, by one file', () => {
  it('is known, and everything said by itself or on request is said in it', async () => {
    expect(coaching.languages).toContain(PSEUDO);
    const messages = await messagesOf(coaching, PSEUDO);
    expect(messages.length).toBeGreaterThan(80);
    const stray = messages.flatMap(({ name, parts }) => {
      const { text, blocks } = partsMessage(parts, say);
      return [...strayIn(text), ...wordsIn(blocks).flatMap(strayIn)].map((piece) => `${name}: ${piece}`);
    });
    expect([...new Set(stray)]).toEqual([]);
  });

  it('fits into Slack’s limits though it is longer, with words for those who see no blocks', async () => {
    for (const { name, parts } of await messagesOf(coaching, PSEUDO)) {
      const { text, blocks } = partsMessage(parts, say);
      expect([name, violations(blocks)]).toEqual([name, []]);
      expect([name, /\p{L}/u.test(text)]).toEqual([name, true]);
    }
  });

  it('is what panels, Home tabs and the answers of commands are in', async () => {
    const stores = createMemoryState();
    const ME = 'T1:U1';
    const coach = createCoach({
      ...createMemoryClockwork(),
      coaching,
      ...stores,
      messenger: {
        deliver: async (member, post) => ({ member: member.id, post: post.id, inbox: 'D1', ts: post.id, asks: false }),
        collapse: async () => {},
      },
      directory: {
        profile: async () => ({ name: '7', locale: PSEUDO, zone: 'Etc/UTC', kind: 'person', isAdmin: true }),
        find: async (_team, all) => new Map(all.map((one) => [one, []])),
      },
      onFailure: (error) => {
        throw error;
      },
    });
    const at = new Date('2026-11-23T08:30:00Z');
    let count = 0;
    const cause = () => ({ id: `c${++count}`, at });
    const setUp = { name: '12', platforms: ['weibo'], operators: [{ member: ME }], time: '16:30' };
    const home = async () => homeView((await coach.home(ME, at)).home, say);
    const views = [await home()];
    await coach.submitPanel(ME, { name: 'setup', subject: '', typed: setUp }, cause());
    await coach.idle();
    const [account] = await stores.accounts.in('T1');
    views.push(await home());
    for (const name of PanelName.options) {
      for (const subject of ['', account?.id ?? '']) {
        const { shown } = await coach.panel(ME, { name, subject }, at);
        const view = panelView(shown, { asked: { name, subject }, say });
        expect([name, viewViolations(view)]).toEqual([name, []]);
        expect([name, wordsIn(view).flatMap(strayIn)]).toEqual([name, []]);
        const sent = await coach.submitPanel(ME, { name, subject, typed: { list: 'x', off: '?' } }, cause());
        const told = sent.kind === 'refused' ? Object.values(sent.errors).flat() : [];
        expect([name, told.map((text) => say.words(text)).flatMap(strayIn)]).toEqual([name, []]);
      }
    }
    for (const view of views) expect(wordsIn(view).flatMap(strayIn)).toEqual([]);
    const asides = [
      await coach.help(ME),
      await coach.help(ME, '77'),
      await coach.privacy(ME, at),
      await coach.why(ME, at),
      await coach.level(ME, at),
      await coach.week(ME, cause()),
      await coach.today(ME, cause()),
      await coach.audit(ME, cause()),
      await coach.askToForget(ME),
      await coach.export(ME, 'company', cause()),
      await coach.positioning(ME, '', cause()),
      await coach.rhythm(ME, { rhythm: 'away', words: '3d' }, cause()),
      await coach.rhythm(ME, { rhythm: 'time', words: '99' }, cause()),
      await coach.checkIn(ME, cause()),
    ];
    for (const { parts, locale } of asides) {
      expect(locale).toBe(PSEUDO);
      const { text, blocks } = partsMessage(parts, say);
      expect([...strayIn(text), ...wordsIn(blocks).flatMap(strayIn)]).toEqual([]);
    }
  });

  it('with a word missing is refused at the start, by its name', async () => {
    const { [PSEUDO]: catalog = {}, ...others } = content.catalogs;
    expect(Object.keys(catalog).length).toBe(Object.keys(others['en'] ?? {}).length);
  });
});
