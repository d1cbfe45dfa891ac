import { describe, expect, it } from 'vitest';

import { positionAskedIn } from '../../src/coaching/position-words.ts';
import { ELEMENTS } from '../../src/coaching/position.ts';
import { sayIn } from '../support/weeks.ts';

describe('what is asked of /positioning', () => {
  it.each([
    ['', { kind: 'list' }],
    ['   ', { kind: 'list' }],
    ['show', { kind: 'show' }],
    ['SHOW', { kind: 'show' }],
    ['看', { kind: 'show' }],
    ['画布', { kind: 'show' }],
    ['export', { kind: 'export' }],
    ['导出', { kind: 'export' }],
    ['history', { kind: 'history', element: null }],
    ['版本', { kind: 'history', element: null }],
    ['history goals', { kind: 'history', element: 'goals' }],
    ['版本 目标', { kind: 'history', element: 'goals' }],
    ['版本目标', { kind: 'history', element: 'goals' }],
    ['align', { kind: 'align' }],
    ['对齐', { kind: 'align' }],
    ['help', { kind: 'help' }],
    ['帮助', { kind: 'help' }],
    ['audience', { kind: 'exercise', element: 'audience' }],
    ['First  Reader', { kind: 'exercise', element: 'audience' }],
    ['Ｅ１', { kind: 'exercise', element: 'audience' }],
    ['目标读者', { kind: 'exercise', element: 'audience' }],
    ['目标', { kind: 'exercise', element: 'goals' }],
  ])('“%s” is understood', (typed, asked) => {
    expect(positionAskedIn(typed)).toEqual(asked);
  });

  it.each(['en', 'zh-CN'] as const)('may be an exercise by the name that it is shown with in %s', (locale) => {
    for (const element of ELEMENTS) {
      const name = sayIn(locale)({ key: `position.element.${element}` });
      expect([name, positionAskedIn(name)]).toEqual([name, { kind: 'exercise', element }]);
    }
  });

  it.each([
    ['audence', 'audience'],
    ['pilars', 'pillars'],
    ['exprt', 'export'],
    ['hlep', 'help'],
    ['读着', '读者'],
    ['画部', '画布'],
  ])('“%s” has a closest word: %s', (typed, near) => {
    expect(positionAskedIn(typed)).toEqual({ kind: 'unknown', word: typed, near });
  });

  it.each(['weather', '天气预报', 'history weather', 'x', '<!channel>', '🎉'.repeat(100)])(
    '“%s” is close to nothing',
    (typed) => {
      expect(positionAskedIn(typed)).toMatchObject({ kind: 'unknown', near: null });
    },
  );
});
