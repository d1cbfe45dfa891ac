import type { WordList, WordLists } from './review-rules.ts';
import { simplify } from './simplify.ts';

/** An answer made ready for matching: folded to one width and to simplified characters, its Latin words and the borders of its Chinese words found. */
export type Read = {
  readonly text: string;
  readonly lower: string;
  readonly words: readonly { readonly word: string; readonly start: number }[];
  readonly borders: ReadonlySet<number>;
};

/** From where to where a word of a list stands. */
export type Span = readonly [start: number, end: number];
export type Matcher = (read: Read) => readonly Span[];

/** Longer than any answer that is reviewed; what is beyond is not read. */
const MAX_LENGTH = 3000;
const LATIN = /[\p{Script=Latin}\d][\p{Script=Latin}\d'-]{0,39}/gu;
const HAN = /\p{Script=Han}/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function readWords(answer: string): Read {
  const folded = answer
    .slice(0, MAX_LENGTH)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('’', "'");
  const text = simplify(folded.slice(0, MAX_LENGTH));
  const small = text.toLowerCase();
  // A few letters change length in lower case; then positions would not fit, and case is left alone.
  const lower = small.length === text.length ? small : text;
  const words = [...lower.matchAll(LATIN)].map(({ 0: word, index }) => ({ word, start: index }));
  const borders = new Set([...segmenter.segment(lower)].map(({ index }) => index)).add(lower.length);
  return { text, lower, words, borders };
}

/** One matcher for each list name, over every language's words for it. */
export function createMatchers(languages: readonly WordLists[]): ReadonlyMap<string, Matcher> {
  const names = new Set(languages.flatMap((lists) => Object.keys(lists)));
  return new Map([...names].map((name) => [name, matcherOf(languages.flatMap((lists) => lists[name] ?? []))]));
}

function matcherOf(lists: readonly WordList[]): Matcher {
  const words = lists.flatMap((list) => list.words).map((word) => word.normalize('NFKC').toLowerCase());
  const han = createHanMatcher(words.filter((word) => HAN.test(word)));
  const latin = createLatinMatcher(words.filter((word) => !HAN.test(word)));
  const patterns = lists.flatMap((list) => list.patterns).map((source) => new RegExp(source, 'gu'));
  return (read) => [
    ...han(read),
    ...latin(read),
    ...patterns.flatMap((pattern) =>
      [...read.text.matchAll(pattern)].map(({ 0: found, index }): Span => [index, index + found.length]),
    ),
  ];
}

function createHanMatcher(words: readonly string[]): Matcher {
  const byFirst = Map.groupBy(words, (word) => word[0]);
  return ({ lower, borders }) =>
    Array.from({ length: lower.length }, (_, start) => start).flatMap((start) =>
      (byFirst.get(lower[start]) ?? [])
        .filter((word) => lower.startsWith(word, start) && (word.length > 1 || isAlone(borders, start)))
        .map((word): Span => [start, start + word.length]),
    );
}

// A single character counts only where it is a word of its own: 约 (to book) is not in 大约 (about).
const isAlone = (borders: ReadonlySet<number>, start: number): boolean => borders.has(start) && borders.has(start + 1);

function createLatinMatcher(phrases: readonly string[]): Matcher {
  const byFirst = Map.groupBy(
    phrases.map((phrase) => phrase.split(' ')),
    ([first]) => first,
  );
  return ({ words }) =>
    words.flatMap(({ word, start }, at) =>
      keysOf(word)
        .flatMap((key) => byFirst.get(key) ?? [])
        .filter((phrase) => phrase.every((part, offset) => isWord(part, words[at + offset]?.word)))
        .map((phrase): Span => {
          const last = words[at + phrase.length - 1];
          return [start, last ? last.start + last.word.length : start];
        }),
    );
}

/** What a list may hold that this word answers to: `calls`, `calls*`, `call*`, `cal*`... */
const keysOf = (word: string): string[] => [
  word,
  ...Array.from({ length: word.length }, (_, cut) => `${word.slice(0, cut + 1)}*`),
];

const isWord = (part: string, word: string | undefined): boolean =>
  word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part);
