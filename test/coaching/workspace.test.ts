import { expect, it } from 'vitest';

import { Workspace, withUndelivered } from '../../src/coaching/workspace.ts';

const empty = Workspace.parse({ v: 1 });
const note = { kind: 'too-late', member: 'T1:U1', code: 'check-in', at: '2026-11-23T08:30:00.000Z' } as const;

it('counts what happens again in one line, the latest last', () => {
  const other = { ...note, code: 'digest' };
  const after = [note, other, { ...note, at: '2026-11-24T08:30:00.000Z' }].reduce(withUndelivered, empty);
  expect(after.undelivered).toEqual([
    { ...other, times: 1 },
    { ...note, at: '2026-11-24T08:30:00.000Z', times: 2 },
  ]);
});

it('keeps fifty lines', () => {
  const many = Array.from({ length: 80 }, (_, i) => ({ ...note, member: `T1:U${i}` }));
  const { undelivered } = many.reduce(withUndelivered, empty);
  expect(undelivered.map(({ member }) => member)).toEqual(many.slice(30).map(({ member }) => member));
});
