const MAX_LENGTH = 300;

/**
 * Whether a pattern compiles and stays quick on hostile text: no look-behind, no reference back, no repeated group
 * that holds a repetition or an alternative, and at most one unbounded repetition of the same kind in a row.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || !compiles(pattern)) return false;
  const bare = withoutClasses(pattern);
  if (/\\[1-9]|\\k<|\(\?<?[=!]/.test(bare)) return false;
  return !hasNestedRepeat(bare) && unboundedRepeats(bare) <= 1;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

// A class of characters counts as one character, and so does an escaped one.
const withoutClasses = (pattern: string): string =>
  pattern
    .replace(/\\[1-9]|\\k<|\\./gu, (escape) => (/^\\[1-9k]/.test(escape) ? escape : 'x'))
    .replace(/\[[^\]]*\]/gu, 'x');

const REPEATED = /^(?:[*+]|\{\d+(?:,\d*)?\})/;

function hasNestedRepeat(pattern: string): boolean {
  const starts: number[] = [];
  return Array.from(pattern).some((character, index, characters) => {
    if (character === '(') starts.push(index);
    if (character !== ')') return false;
    const inside = characters
      .slice((starts.pop() ?? 0) + 1, index)
      .join('')
      .replace(/^\?(?::|<\w+>)/, '');
    return REPEATED.test(characters.slice(index + 1).join('')) && /[*+|?]|\{\d/.test(inside);
  });
}

/** Two unbounded repetitions in one alternative can make matching quadratic. */
const unboundedRepeats = (pattern: string): number =>
  Math.max(...pattern.split('|').map((alternative) => alternative.match(/[*+]|\{\d+,\}/g)?.length ?? 0));
