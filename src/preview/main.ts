import { parseArgs } from 'node:util';

import { distance } from 'fastest-levenshtein';

import { coachingOf } from '../coaching-of.ts';
import type { Locale } from '../coaching/member.ts';
import { ContentError, readContent } from '../content.ts';
import { partsMessage } from '../slack/views/post.ts';
import { createSay } from '../slack/views/say.ts';
import { messagesOf, type Message } from './messages.ts';
import { openPictures } from './picture.ts';

const USAGE = `npm run preview                                    the names of all messages
npm run preview -- <name> --locale <tag>           one of them: JSON on stdout, a picture in --out
npm run preview -- --all                           all of them, in every language
  --out <folder>   where pictures go (.preview)
  --json           no picture`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string', default: 'en' },
    out: { type: 'string', default: '.preview' },
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});

async function run(): Promise<number> {
  const content = await readContent(new URL('../../', import.meta.url));
  const coaching = coachingOf(content);
  const spoken = values.all ? coaching.languages : [coaching.languages.find((tag) => tag === values.locale)];
  const [asked] = positionals;
  for (const locale of spoken) {
    if (!locale) return sayAndFail(`--locale is one of ${coaching.languages.join(', ')}`);
    const messages = await messagesOf(coaching, locale);
    if (!asked && !values.all) {
      console.log(messages.map(({ name }) => name).join('\n'));
      console.error(`\n${USAGE}`);
      return 0;
    }
    const chosen = values.all ? messages : messages.filter(({ name }) => name === asked);
    if (chosen.length === 0) return sayAndFail(`There is no message "${asked}". ${nearest(asked ?? '', messages)}`);
    for (const message of chosen) console.log(toJson(message, locale, coaching));
    if (!values.json)
      await picture(chosen, { locale, out: values.out, catalogs: content.catalogs, translate: coaching.translate });
  }
  return 0;
}

/** What Slack is sent, without what only machines read. */
function toJson(message: Message, locale: Locale, { translate }: ReturnType<typeof coachingOf>): string {
  const { text, blocks } = partsMessage(message.parts, createSay(translate, locale));
  return JSON.stringify({ name: message.name, to: message.to, locale, text, blocks }, null, 2);
}

async function picture(messages: readonly Message[], options: Parameters<typeof openPictures>[0]): Promise<void> {
  const pictures = await openPictures(options);
  if (!pictures) {
    console.error(
      'No picture: there is no browser. On Debian: apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji',
    );
    return;
  }
  try {
    for (const message of messages) console.error(await pictures.take(message));
  } finally {
    await pictures.stop();
  }
}

function nearest(asked: string, messages: readonly Message[]): string {
  const [best] = messages.map(({ name }) => name).sort((a, b) => distance(asked, a) - distance(asked, b));
  return best === undefined ? '' : `Did you mean "${best}"? npm run preview lists them all.`;
}

function sayAndFail(words: string): number {
  console.error(words);
  return 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
}
