import { readdir, readFile, writeFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { coachingOf } from '../src/coaching-of.ts';
import { readContent } from '../src/content.ts';
import { LOCALES } from './support/locales.ts';
import { replay } from './support/transcript.ts';

const folder = new URL('transcripts/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
const content = await readContent(new URL('../', import.meta.url));
const said = new Set<string>();
const coaching = coachingOf(content);
const heard = {
  ...coaching,
  translate: ((locale, text, escape) => {
    said.add(`${locale} ${text.key}`);
    return coaching.translate(locale, text, escape);
  }) satisfies typeof coaching.translate,
};

/** Rewrites the bot's lines: read the difference before you keep it. */
const isRecording = process.env['RECORD'] === '1';

describe('transcripts', () => {
  it.each(files)('%s', async (name) => {
    const url = new URL(name, folder);
    const file = await readFile(url, 'utf8');
    const now = await replay(heard, file);
    if (isRecording) await writeFile(url, now);
    expect(now).toBe(isRecording ? now : file);
  });

  it('together say every line of every flow, in every language', () => {
    const lines = Object.keys(content.catalogs.en).filter(isLineOfAFlow);
    const unsaid = LOCALES.flatMap((locale) => lines.map((key) => `${locale} ${key}`)).filter((key) => !said.has(key));
    expect(unsaid).toEqual([]);
  });
});

/** Placeholders and titles are for forms, which the front door's tests look at. */
const isLineOfAFlow = (key: string): boolean =>
  (content.flows.has(key.split('.')[0] ?? '') || key.startsWith('review.')) && !/\.(placeholder|title|rule)$/.test(key);
