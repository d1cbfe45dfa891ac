import { describe, expect, it } from 'vitest';

import { createDataFile } from '../../src/coaching/data-file.ts';
import { digestOf } from '../../src/coaching/digest.ts';
import { calendarFor } from '../../src/coaching/member-calendar.ts';
import type { Filed } from '../../src/coaching/post.ts';
import { KEPT, PRIVACY } from '../../src/coaching/privacy.ts';
import { ID, MANAGER, OPERATOR, PRIVATE, SHARED, WEEK, world, type World } from '../support/kept-data.ts';
import { createStage } from '../support/stage.ts';
import { coaching } from '../support/weeks.ts';

const ADMIN = 'T1:UADMIN';
const NOW = new Date('2026-11-24T02:00:00Z');
const VIEWERS = ['operator', 'manager', 'admin', 'export'] as const;

const say = (text: Parameters<typeof coaching.translate>[1]): string => coaching.translate('en', text);

/** All that a viewer can get, as text. */
async function seenBy(
  viewer: (typeof VIEWERS)[number],
  { member, checkIn, account, position }: World,
): Promise<string> {
  const stage = await createStage(member, OPERATOR, {}, [ADMIN]);
  await stage.members.update(OPERATOR, (known) => ({ member: known && { ...known }, result: null, checkIn }));
  await stage.accounts.update(ID, () => [account, null]);
  await stage.positions.update(ID, () => [position, null]);
  const known = await stage.members.read(OPERATOR);
  const file = createDataFile({
    ...stage,
    coaching,
    directory: {
      profile: async (id) => ({ name: id, locale: 'en', zone: 'Etc/UTC', kind: 'person', isAdmin: id === ADMIN }),
    },
    now: () => NOW,
  });
  const written = async (of: Filed['of'], id: string): Promise<string> => {
    const reader = known && { ...known, id };
    const bytes = reader && (await file({ name: 'x', title: { key: 'x' }, of, account: '' }, reader));
    return bytes ? new TextDecoder().decode(bytes) : '';
  };
  const home = async (id: string): Promise<string> => JSON.stringify((await stage.coach.home(id, NOW)).home);
  switch (viewer) {
    case 'operator':
      return (await home(OPERATOR)) + (await written('mine', OPERATOR));
    case 'manager': {
      const calendar = known ? calendarFor(known) : { isWorkingDay: () => true };
      const digest = [
        digestOf(account, { week: WEEK, today: '2026-11-24', calendar, say }),
        // The first of a month looks back on the month.
        digestOf(account, { week: '2026-W48', today: '2026-12-01', calendar, say }),
      ];
      const show = await stage.coach.positioning(MANAGER, 'show', stage.cause('show'));
      await stage.coach.idle();
      const privacy = await stage.coach.privacy(MANAGER, NOW);
      const mine = await written('mine', MANAGER);
      return [
        await home(MANAGER),
        JSON.stringify([digest, show, stage.heard, privacy]),
        mine.replace(/"person": \{[\s\S]*/, ''),
      ].join('\n');
    }
    case 'admin': {
      const panel = await stage.coach.panel(ADMIN, { name: 'setup', subject: ID }, NOW);
      const audit = await stage.coach.audit(ADMIN, stage.cause('audit'));
      return (await home(ADMIN)) + JSON.stringify([panel, audit, stage.heard]);
    }
    case 'export':
      return (await written('company', ADMIN)) + (await written('company-table', ADMIN));
  }
}

const differs = async (
  viewer: (typeof VIEWERS)[number],
  change: (of: World, value: 'one' | 'two') => World,
): Promise<boolean> =>
  (await seenBy(viewer, change(world(), 'one'))) !== (await seenBy(viewer, change(world(), 'two')));

const untouched = (of: World): World => of;

describe.each(KEPT)('%s', (kept) => {
  it.each(VIEWERS)('as its operator keeps it is theirs alone, whatever else the %s gets', async (viewer) => {
    const own = PRIVATE[kept];
    expect(await differs(viewer, own ?? untouched)).toBe(own !== null && viewer === 'operator');
  });

  it.each(['manager', 'admin', 'export'] as const)(
    'as it was passed on is to the %s what the table says',
    async (viewer) => {
      const shared = SHARED[kept];
      const isSeen: string = PRIVACY[kept][viewer];
      expect(await differs(viewer, shared ?? untouched)).toBe(shared !== null && isSeen !== 'none');
    },
  );
});
