import { readdir, readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { readContent } from '../src/content.ts';

const root = new URL('../', import.meta.url);
const { catalogs, flows, nudges, playbook, redFlags } = await readContent(root);
const sources = (await readdir(new URL('src/', root), { recursive: true })).filter((name) => name.endsWith('.ts'));
const code = (await Promise.all(sources.map((name) => readFile(new URL(`src/${name}`, root), 'utf8')))).join('\n');

const SPACES =
  'coach|home|slack|conversation|retry|talk|playground|command|words|rhythm|why-me|routine|summary|digest|week|manager|nudge|numbers|metric|chart|undelivered|panel|setup|settings|entrusted|left|help|holidays|import|account-settings|workspace-settings|questions|privacy|forget|export|audit|landing|language';
const named = new Set(
  [...code.matchAll(new RegExp(`['"\`]((?:${SPACES})\\.[\\w.-]*\\w)['"\`]`, 'g'))].map(([, key = '']) => key),
);
/** `slack.card.${status}`: any key that begins so is used. */
const begun = [...code.matchAll(/`([a-z][a-z-]*\.[\w.-]*)\$\{/g)].map(([, prefix = '']) => prefix);

const texts = (locale: 'en' | 'zh-CN', but = /^words\./): [string, string][] =>
  Object.entries(catalogs[locale] ?? {}).filter(([key]) => !but.test(key));

const touches = (text: string): boolean =>
  [...text.matchAll(/\*[^*\n]+\*/g)].some((bold) => {
    const before = text.slice(0, bold.index).at(-1) ?? '';
    const after = text.slice(bold.index + bold[0].length).at(0) ?? '';
    return /[\p{L}\p{N}}]/u.test(before) || /[\p{L}\p{N}{]/u.test(after);
  });

describe('the words', () => {
  it('have every key that the code names', () => {
    const missing = [...named].filter((key) => catalogs.en[key] === undefined && !/\.(ts|png)$/.test(key));
    expect(missing).toEqual([]);
    expect(named.size).toBeGreaterThan(80);
  });

  it('hold nothing that nobody says', () => {
    const bySpace: Readonly<Record<string, (key: string) => boolean>> = {
      action: (key) => playbook.actions.some(({ id }) => key.startsWith(`action.${id}.`)),
      // The page names its words without their space: `words('send')`, `person.${who}`.
      playground: (key) =>
        code.includes(`'${key.replace('playground.', '')}'`) ||
        code.includes(`\`${key.replace('playground.', '').split('.')[0]}.\${`),
      // `nudge.N01.1`, `nudge.why.N18.plans`: of the rules of flows/nudges.json.
      nudge: (key) => key.split('.').some((part) => nudges.rules.some(({ id }) => id === part)),
      review: (key) =>
        key === 'review.clear' || Object.keys(redFlags.rules).some((rule) => key.startsWith(`review.${rule}.`)),
    };
    const written = JSON.stringify([...flows.values(), playbook, nudges]);
    const isSaid = (key: string): boolean => {
      const space = key.split('.')[0] ?? '';
      return (
        flows.has(space) ||
        named.has(key) ||
        begun.some((prefix) => key.startsWith(prefix)) ||
        (bySpace[space]?.(key) ?? false) ||
        written.includes(`"${space}"`) ||
        written.includes(`"${key.slice(0, key.lastIndexOf('.'))}"`) ||
        code.includes(`'${key}'`) ||
        written.includes(`"${key}"`) ||
        // An expression makes the key: 'nudge.metric.' + facts.win_metric.
        written.includes(`'${key.slice(0, key.lastIndexOf('.') + 1)}'`)
      );
    };
    expect(Object.keys(catalogs.en).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('make bold in Chinese only where Slack will: nothing but a space or a mark beside the stars', () => {
    expect(texts('zh-CN').filter(([, text]) => touches(text))).toEqual([]);
  });

  it('coach and do not monitor', () => {
    expect(texts('zh-CN').filter(([, text]) => /打卡|签到|日报|小编|老板|领导|警告|催办|绩效/u.test(text))).toEqual([]);
    expect(texts('en').filter(([, text]) => /\bstreak|\bmonitor|\bperformance\b/i.test(text))).toEqual([]);
  });

  it('are typeset: curly quotes, full-width marks after Han, no doubled spaces', () => {
    expect(texts('en').filter(([, text]) => /["']| {2}/.test(text))).toEqual([]);
    expect(texts('zh-CN').filter(([, text]) => /["']| {2}|\p{Script=Han}[,;!?]/u.test(text))).toEqual([]);
  });
});
