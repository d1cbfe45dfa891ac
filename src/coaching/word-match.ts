import type { WordLists } from './review-rules.ts';
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
/** Where the words of a list stand. */
export type Find = (list: string) => readonly Span[];

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

/**
 * Finds words of all lists in one walk over the answer, every language's words for a list together. Patterns are tried
 * once their list is asked for.
 */
export function createFinder(languages: readonly WordLists[]): (read: Read) => Find {
  const named = languages.flatMap((lists) => Object.entries(lists));
  const words = Map.groupBy(
    named.flatMap(([list, { words: all }]) =>
      all.map((word) => ({ list, word: word.normalize('NFKC').toLowerCase() })),
    ),
    ({ word }) => word,
  );
  const entries = [...words].map(([word, each]): Entry => ({ word, lists: each.map(({ list }) => list) }));
  const findHan = createHanFinder(entries.filter(({ word }) => HAN.test(word)));
  const findLatin = createLatinFinder(entries.filter(({ word }) => !HAN.test(word)));
  const patterns = Map.groupBy(
    named.flatMap(([list, { patterns: all }]) => all.map((source) => ({ list, pattern: new RegExp(source, 'gu') }))),
    ({ list }) => list,
  );
  const shortest = new Map(named.flatMap(([list, { longWords: least }]) => (least ? [[list, least] as const] : [])));
  return (read) => {
    const spans = new Map<string, Span[]>();
    const note = ({ lists }: Entry, span: Span): void => {
      for (const list of lists) {
        const known = spans.get(list);
        if (known) known.push(span);
        else spans.set(list, [span]);
      }
    };
    findHan(read, note);
    findLatin(read, note);
    const tried = new Map<string, readonly Span[]>();
    return (list) => {
      const found = tried.get(list) ?? [
        ...(spans.get(list) ?? []),
        ...matches(patterns.get(list) ?? [], read),
        ...longWords(shortest.get(list) ?? Infinity, read),
      ];
      tried.set(list, found);
      return found;
    };
  };
}

type Entry = { readonly word: string; readonly lists: readonly string[] };
type Note = (entry: Entry, span: Span) => void;

const matches = (patterns: readonly { readonly pattern: RegExp }[], { text }: Read): Span[] =>
  patterns.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }): Span => [index, index + found.length]),
  );

function longWords(least: number, { lower, borders }: Read): Span[] {
  const all = [...borders];
  return all
    .map((start, at): Span => [start, all[at + 1] ?? start])
    .filter(([start, end]) => end - start >= least && HAN.test(lower.charAt(start)));
}

function createHanFinder(entries: readonly Entry[]): (read: Read, note: Note) => void {
  const byFirst = Map.groupBy(entries, ({ word }) => word.slice(0, 2));
  return ({ lower, borders }, note) => {
    for (let start = 0; start < lower.length; start++) {
      const alone = isAlone(borders, start) ? (byFirst.get(lower.slice(start, start + 1)) ?? []) : [];
      const longer = byFirst.get(lower.slice(start, start + 2)) ?? [];
      for (const entry of [...alone, ...longer])
        if (lower.startsWith(entry.word, start)) note(entry, [start, start + entry.word.length]);
    }
  };
}

// A single character counts only where it is a word of its own: 约 (to book) is not in 大约 (about).
const isAlone = (borders: ReadonlySet<number>, start: number): boolean => borders.has(start) && borders.has(start + 1);

function createLatinFinder(entries: readonly Entry[]): (read: Read, note: Note) => void {
  const phrases = entries.map((entry) => ({ entry, parts: entry.word.split(' ') }));
  const byFirst = Map.groupBy(phrases, ({ parts }) => parts[0]);
  return ({ words }, note) => {
    for (const [at, { word, start }] of words.entries())
      for (const { entry, parts } of keysOf(word).flatMap((key) => byFirst.get(key) ?? []))
        if (parts.every((part, offset) => isWord(part, words[at + offset]?.word))) {
          const last = words[at + parts.length - 1];
          note(entry, [start, last ? last.start + last.word.length : start]);
        }
  };
}

/** What a list may hold that this word answers to: `calls`, `calls*`, `call*`, `cal*`... */
const keysOf = (word: string): string[] => [
  word,
  ...Array.from({ length: word.length }, (_, cut) => `${word.slice(0, cut + 1)}*`),
];

const isWord = (part: string, word: string | undefined): boolean =>
  word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part);
