import { describe, expect, it } from 'vitest';

import { clean, fold, lengthOf, own, plain } from '../../src/flow/fold.ts';

describe('a person’s text', () => {
  it.each([
    ['  keep  inner  spaces ', 'keep  inner  spaces'],
    ['line\nline', 'line\nline'],
    ['half \uD83D of an emoji', 'half  of an emoji'],
    ['\uDE00', ''],
    ['\u200B\u200D\uFEFF', ''],
    ['\u00A0\u3000', ''],
    ['\u0000', ''],
    ['שלום', 'שלום'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['<!channel> & *bold*', '<!channel> & *bold*'],
  ])('%j is kept as %j', (text, kept) => {
    expect(clean(text)).toBe(kept);
  });

  it('is as long as its code points', () => {
    expect(lengthOf('😀今天')).toBe(3);
  });

  it('is compared without case, spaces, punctuation, width or emoji', () => {
    expect(fold('  Ｉt’s —  FINE! ✅')).toBe('itsfine');
    expect(fold('？')).toBe('?');
  });

  it('is read for figures in half width', () => {
    expect(plain(' １２  Ｋ ')).toBe('12 k');
  });
});

describe('an entry of a record from outside', () => {
  it('is never the prototype’s', () => {
    expect(own({}, 'constructor')).toBeUndefined();
    expect(own({ a: 1 }, 'a')).toBe(1);
  });
});
