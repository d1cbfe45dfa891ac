import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PressName } from '../../src/coaching/post.ts';
import { asTyped, escape, mentioned } from '../../src/slack/escape.ts';
import { clean, fit, pieces } from '../../src/slack/fit.ts';
import {
  fromBlockId,
  fromCommandId,
  fromFieldId,
  fromPressId,
  fromPrivateMetadata,
  fromValue,
  toBlockId,
  toCommandId,
  toFieldId,
  toPressId,
  toValue,
} from '../../src/slack/ids.ts';
import { HOSTILE } from './hostile.ts';

const address = fc.stringMatching(/^[a-z][a-z0-9_]{0,39}(\[\d{1,2}\])?(\.[a-z][a-z0-9_]{0,39})?$/);
const session = fc.string({ minLength: 1, maxLength: 100 });
const anything = fc.oneof(
  fc.string(),
  fc.constantFrom('|', 'answer', 'answer||', 'field|', '__proto__', 'null', '{}'),
  fc.constantFrom(...HOSTILE),
);

describe('what a button carries', () => {
  it('comes back as it went, within 255 characters', () => {
    fc.assert(
      fc.property(session, address, (session, address) => {
        const id = toBlockId('command', { session, address });
        expect(id.length).toBeLessThanOrEqual(255);
        expect(fromBlockId(id)).toEqual({ session, address });
        expect(fromFieldId(toFieldId('name', address))).toEqual({ part: 'name', address });
      }),
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.integer()), (value) => fromValue(toValue(value)) === value));
    for (const name of PressName.options) expect(fromPressId(toPressId(name, 3))).toBe(name);
    expect(fromCommandId(toCommandId('skip'))).toBe('skip');
  });

  it('is read without a fault whatever it is', () => {
    fc.assert(
      fc.property(anything, (odd) => {
        for (const read of [fromBlockId, fromCommandId, fromFieldId, fromPressId, fromValue, fromPrivateMetadata])
          read(odd);
      }),
    );
    expect(fromPressId('press|forget-everything|0')).toBeUndefined();
    expect(fromCommandId('command|stop|x')).toBeUndefined();
    expect(fromValue('{"member":"T2:U2"}')).toBeUndefined();
    expect(fromPrivateMetadata('x'.repeat(101))).toBeUndefined();
  });
});

describe('a text made to fit', () => {
  it('is never too long, never broken, and never something that can’t be seen', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 10, max: 3_000 }), (words, max) => {
        const shown = fit(words, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown.isWellFormed()).toBe(true);
        expect(clean(shown)).toBe(shown);
        for (const piece of pieces(words, max, 3)) expect(piece.length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it.each([
    ['a family stays together 👩‍👩‍👧', 30, 'a family stays together …'],
    ['fish &amp; chips', 9, 'fish …'],
    ['  spaces around  ', 50, 'spaces around'],
    ['\u200b', 50, ''],
    ['\ud83d', 50, '\ufffd'],
  ])('%j in %i is %j', (words, max, shown) => {
    expect(fit(words, max)).toBe(shown);
  });

  it('is cut in good time, however long', () => {
    for (const words of HOSTILE) {
      const began = performance.now();
      pieces(words.repeat(5).slice(0, 100_000), 3_000, 3);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

describe('what Slack passes on of a message', () => {
  const names = new Map([['U1', 'Operator']]);

  it.each([
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['ask <@U1> and <@U2|someone> and <@U3>', 'ask @Operator and @someone and @U3'],
    [
      'see <https://example.com/a?b=1&amp;c=2|example.com> in <#C1|general>',
      'see https://example.com/a?b=1&c=2 in #general',
    ],
    ['<!channel> <!subteam^S1|@team> <mailto:a@example.com|a@example.com>', '@channel @team a@example.com'],
  ])('%j was typed as %j', (text, typed) => {
    expect(asTyped(text, names)).toBe(typed);
  });

  it('names the people mentioned, each once', () => {
    expect(mentioned('<@U1> <@U2|x> <@U1> <#C1> &lt;@U9&gt;')).toEqual(['U1', 'U2']);
  });

  it('is shown again as it was typed', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(asTyped(escape(words), names)).toBe(words);
      }),
    );
  });
});
