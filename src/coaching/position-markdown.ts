import type { Text } from '../flow/text.ts';
import type { Line } from './position-document.ts';

const BEFORE: Readonly<Record<Line['kind'], string>> = {
  'heading-1': '# ',
  'heading-2': '## ',
  'heading-3': '### ',
  item: '- ',
  inner: '  - ',
  note: '',
};

/** `escape` is applied to whatever a person wrote. */
type Say = (text: Text, escape: (words: string) => string) => string;

/** A document as Markdown. What a person wrote stays words: it makes no heading, link or tag. */
export const toMarkdown = (lines: readonly Line[], say: Say): string =>
  lines
    .map(({ kind, text }, i) => {
      const words = bold(say(text, escaped).replaceAll(/\s*\n\s*/g, ' '));
      const isList = kind === 'item' || kind === 'inner';
      const follows = isList && /^(?:item|inner)$/.test(lines[i - 1]?.kind ?? '');
      return `${i === 0 || follows ? '' : '\n'}${BEFORE[kind]}${words}\n`;
    })
    .join('');

const escaped = (words: string): string => words.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^[-+]/, '\\$&');

/** Our own words have bold as Slack has it. */
const bold = (words: string): string => words.replaceAll(/(?<!\\)\*([^*\n]+?)(?<!\\)\*/g, '**$1**');
