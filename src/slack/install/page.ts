import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { nearestLanguage } from '../../coaching/languages.ts';
import type { Locale } from '../../coaching/member.ts';
import type { Translate } from '../../coaching/ports.ts';
import type { Text } from '../../flow/text.ts';

/** A page of a few words, with at most one thing to do. */
export type Page = {
  readonly status: number;
  readonly title: Text;
  readonly lines: readonly Text[];
  readonly action: { readonly href: string; readonly text: Text } | null;
};

type World = { readonly translate: Translate; readonly languages: readonly Locale[] };

const STYLE = `
:root { color-scheme: light dark; --ink: #1f3a4d; --paper: #fbfaf7; --act: #1f5f8b; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef2; --paper: #14212b; --act: #8cc4ea; --on: #10202b } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, "PingFang SC", "Noto Sans SC", sans-serif }
main { max-width: 38rem; margin: 0 auto; padding: 12vh 1.5rem 4rem }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 1.5rem }
p { margin: 0 0 1rem }
.mark { font-size: 1rem; letter-spacing: .04em; margin-bottom: 2.5rem }
.act { display: inline-block; margin-top: 1rem; padding: .7rem 1.4rem; border-radius: .5rem; background: var(--act); color: var(--on); text-decoration: none; font-weight: 600 }
.act:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  vary: 'accept-language',
} as const;

/** Shows a page in the language that the browser asks for first of those we have. */
export function show({ translate, languages }: World, page: Page, request: IncomingMessage, response: ServerResponse) {
  const locale = languageOf(request.headers['accept-language'], languages);
  const say = (text: Text): string => asHtml(translate(locale, text));
  const { status, title, lines, action } = page;
  const body = [
    `<p class="mark">${say({ key: 'landing.mark' })}</p>`,
    `<h1>${say(title)}</h1>`,
    ...lines.map((line) => `<p>${say(line)}</p>`),
    ...(action ? [`<p><a class="act" href="${asHtml(action.href)}">${say(action.text)}</a></p>`] : []),
  ].join('\n');
  response
    .writeHead(status, HEADERS)
    .end(
      `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${say(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body><main>\n${body}\n</main></body>\n</html>\n`,
    );
}

/** The first of the languages that are asked for, by their weight, that is one of ours. RFC 9110, 12.5.4. */
function languageOf(header: string | undefined, languages: readonly Locale[]): Locale {
  const asked = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((one) => {
      const [tag = '', weight] = one.trim().split(/\s*;\s*q=/i);
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .toSorted((a, b) => b.weight - a.weight);
  const first = asked.find(({ tag }) => languages.some((known) => sameLanguage(known, tag)));
  return nearestLanguage(first?.tag, languages);
}

const sameLanguage = (known: string, tag: string): boolean =>
  known.split('-')[0]?.toLowerCase() === tag.split('-')[0]?.toLowerCase();

const asHtml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
