const ELLIPSIS = '…';
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Control characters, and the marks that would turn the direction of our own words after a person's.
const UNSEEN = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
const BLANK = /^[\s\p{Cf}]*$/u;

/** What can be shown of a text: whole characters, nothing that acts on its surroundings; '' when nothing would be seen. */
export function clean(words: string): string {
  const seen = words.toWellFormed().replace(UNSEEN, '').trim();
  return BLANK.test(seen) ? '' : seen;
}

/** The text within `max` units, cut between two characters as a person sees them, with an ellipsis. */
export function fit(words: string, max: number): string {
  const seen = clean(words);
  return seen.length <= max ? seen : `${cut(seen, max - ELLIPSIS.length)}${ELLIPSIS}`;
}

/** A long text as at most `most` pieces of `max` units each, cut at a line or a space where there is one. */
export function pieces(words: string, max: number, most: number): string[] {
  const seen = clean(words);
  if (seen === '') return [];
  if (most === 1 || seen.length <= max) return [fit(seen, max)];
  const head = cut(seen, max);
  const gap = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
  const piece = gap > max / 2 ? head.slice(0, gap) : head;
  return [...[clean(piece)].filter(Boolean), ...pieces(seen.slice(piece.length), max, most - 1)];
}

/** The longest beginning of at most `max` units that splits neither a character nor an escaped `&amp;`. */
function cut(words: string, max: number): string {
  const end = segmenter.segment(words.slice(0, max + 64)).containing(max)?.index ?? max;
  // A single "character" of a thousand accents: better split than lost.
  const head = words.slice(0, end > max / 2 ? end : max).toWellFormed();
  return head.replace(/&[a-z]{0,3}$/, '');
}
