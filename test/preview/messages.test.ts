import { beforeAll, describe, expect, it } from 'vitest';

import { coachingOf } from '../../src/coaching-of.ts';
import type { Locale } from '../../src/coaching/member.ts';
import { readContent } from '../../src/content.ts';
import { violations } from '../../src/playground/block-limits.ts';
import { messagesOf, type Message } from '../../src/preview/messages.ts';
import { partsMessage } from '../../src/slack/views/post.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { LOCALES } from '../support/locales.ts';

const content = await readContent(new URL('../../', import.meta.url));
const coaching = coachingOf(content);
const made = new Map<Locale, readonly Message[]>();

beforeAll(async () => {
  for (const locale of LOCALES) made.set(locale, await messagesOf(coaching, locale));
});

const namesIn = (locale: Locale): string[] => (made.get(locale) ?? []).map(({ name }) => name);

/** What comes by itself, and what is answered to it. */
const ALWAYS = [
  'welcome',
  'welcome-manager',
  'onboarding',
  'check-in',
  'card',
  'reminder',
  'summary',
  'weekly-review',
  'digest-edit',
  'digest-preview',
  'week-sent',
  'digest',
  'digest-quiet',
  'manager-week',
  'check-in-from-manager',
  'operator-decided',
  'manager-decided',
  'operator-replied',
  'why',
  'align-invited',
  'align-compared',
  'align-proposed',
  'away',
  'help',
  'today',
  'picked',
  'today-picked',
  'positioning-empty',
  'positioning',
  'canvas',
  'canvas-manager',
  'positioning-history',
  'positioning-export',
];

describe('the previews for authors', () => {
  it.each(LOCALES)('show every kind of message in %s, the same ones in each language', (locale) => {
    expect(ALWAYS.filter((name) => !namesIn(locale).includes(name))).toEqual([]);
    expect(namesIn(locale)).toEqual(namesIn('en'));
    expect(new Set(namesIn(locale)).size).toBe(namesIn(locale).length);
  });

  it('show each of the manager’s conversations and each nudge in all its wordings', () => {
    const flows = [...content.flows.keys()].filter((id) => id.startsWith('manager-') && id !== 'manager-week');
    const begun = namesIn('en').filter((name) => /^manager-(ask-|reply$|unblock|set-|thank|align)/.test(name));
    expect(begun).toHaveLength(flows.length);
    const missing = content.nudges.rules
      .flatMap(({ id, wordings }) => Array.from({ length: wordings }, (_, i) => `nudge-${id}-${i + 1}`))
      .filter((name) => !namesIn('en').includes(name));
    expect(missing).toEqual([]);
  });

  it.each(LOCALES)('are messages that Slack takes, with words for those who see no blocks, in %s', (locale) => {
    for (const { name, parts } of made.get(locale) ?? []) {
      const { text, blocks } = partsMessage(parts, createSay(coaching.translate, locale));
      expect([name, ...violations(JSON.parse(JSON.stringify(blocks)))]).toEqual([name]);
      expect([name, text.trim() === '']).toEqual([name, false]);
    }
  });

  it('have a digest with a chart of eight weeks and something to decide', () => {
    const digest = made.get('zh-CN')?.find(({ name }) => name === 'digest');
    expect(digest?.parts.find((part) => part.kind === 'chart')).toMatchObject({ chart: { kind: 'number', usual: 3 } });
    expect(JSON.stringify(digest?.parts)).toContain('"ask-a"');
  });
});
