import { describe, expect, it } from 'vitest';

import { plainWords, readMrkdwn } from '../../src/playground/page/mrkdwn.ts';

const line = (text: string) => {
  const [part] = readMrkdwn(text);
  return part?.kind === 'lines' ? part.lines[0] : part;
};
const text = (words: string) => ({ kind: 'text', text: words });

describe('readMrkdwn', () => {
  it.each([
    ['*bold*', [{ kind: 'bold', spans: [text('bold')] }]],
    [
      'a _b_ ~c~',
      [text('a '), { kind: 'italic', spans: [text('b')] }, text(' '), { kind: 'strike', spans: [text('c')] }],
    ],
    ['*a _b_*', [{ kind: 'bold', spans: [text('a '), { kind: 'italic', spans: [text('b')] }] }]],
    ['`*a*`', [{ kind: 'code', text: '*a*' }]],
    ['<https://a.test/?a=1&amp;b=2|here>', [{ kind: 'link', url: 'https://a.test/?a=1&b=2', text: 'here' }]],
    ['<@U0MANAGER0>', [{ kind: 'mention', user: 'U0MANAGER0' }]],
    ['&lt;!channel&gt; &amp;amp;', [text('<!channel> &amp;')]],
    [':wave: :unknown:', [text('👋 :unknown:')]],
  ])('reads %s', (given, spans) => {
    expect(line(given)).toEqual(spans);
  });

  it.each(['这是*粗体*字', 'snake_case_name', '2*3*4', '* a *', '<javascript:alert(1)|>'])(
    'leaves %s as words',
    (given) => {
      expect(line(given)).toEqual([text(given.startsWith('<') ? '' : given)]);
    },
  );

  it('never makes a link of javascript', () => {
    expect(line('<javascript:alert(1)|press>')).toEqual([text('press')]);
  });

  it('reads quotes and blocks of code', () => {
    expect(readMrkdwn('a\n&gt; b\n> c\n```\n*d*\n```')).toEqual([
      { kind: 'lines', lines: [[text('a')]] },
      { kind: 'quote', lines: [[text('b')], [text('c')]] },
      { kind: 'pre', text: '*d*' },
    ]);
  });

  it('takes hostile text of 100 KB in a moment', () => {
    const start = performance.now();
    for (const hostile of ['*', '_a', '`', '<', '*a _b ', '```']) readMrkdwn(hostile.repeat(100_000 / hostile.length));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

it('shows what a person wrote in plain words as they wrote it', () => {
  expect(plainWords('R&amp;D &lt;b&gt; &amp;lt; :wave:')).toBe('R&D <b> &lt; 👋');
});
