import { describe, expect, it } from 'vitest';

import { undeliveredLines } from '../../src/coaching/undelivered.ts';
import { Workspace, withUndelivered } from '../../src/coaching/workspace.ts';
import { createStage } from '../support/stage.ts';

const ADMIN = { zone: 'Asia/Shanghai' };
const NOVEMBER = new Date('2026-11-23T08:30:00Z');
const empty = Workspace.parse({ v: 1 });

describe('what an admin is told was not delivered', () => {
  it('is nothing when everything got through', () => {
    expect(undeliveredLines(empty, ADMIN, NOVEMBER)).toEqual([]);
  });

  it('names who, what and when, the latest first, and at most ten', () => {
    const notes = Array.from({ length: 14 }, (_, i) => ({
      kind: 'too-late' as const,
      member: `T1:U${i}`,
      code: 'check-in',
      at: '2026-11-22T18:00:00.000Z',
    }));
    const lines = undeliveredLines(notes.reduce(withUndelivered, empty), ADMIN, NOVEMBER);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toEqual({
      key: 'undelivered.too-late',
      values: {
        who: { key: 'person', values: { id: 'U13' } },
        what: { key: 'routine.check-in' },
        day: { key: 'day', values: { date: '2026-11-23' } },
        times: 1,
      },
    });
  });

  it('is also a year whose holidays are not known, in December and in China', () => {
    const december = new Date('2059-12-01T02:00:00Z');
    expect(undeliveredLines(empty, ADMIN, december).map(({ values }) => values?.['year'])).toEqual(['2059', '2060']);
    expect(undeliveredLines(empty, { zone: 'Europe/Berlin' }, december)).toEqual([]);
  });

  it('is on the Home tab of an admin and of nobody else', async () => {
    const admin = await createStage({ welcomedOn: '2026-11-02' }, 'T1:U1', {}, ['T1:U1']);
    expect((await admin.coach.home('T1:U1', NOVEMBER)).home.undelivered).toEqual([]);
    const other = await createStage({ welcomedOn: '2026-11-02' });
    expect((await other.coach.home('T1:U1', NOVEMBER)).home.undelivered).toBeNull();
  });
});
