import { expect, it } from 'vitest';

import type { PanelName } from '../../src/coaching/panel-name.ts';
import { isPanel, type Typed } from '../../src/coaching/panel.ts';
import { createRedisStage } from '../support/redis-stage.ts';

const ADMIN = 'T1:UADMIN';
const LI = 'T1:ULI';
const WANG = 'T1:UWANG';

it('what was settled in every panel is there after a restart, and stands in the panels again', async () => {
  const first = await createRedisStage([ADMIN]);
  const send = async (member: string, name: PanelName, typed: Typed, subject = ''): Promise<void> => {
    const asked = { name, subject, typed };
    expect(await first.coach.submitPanel(member, asked, first.cause())).toMatchObject({ kind: 'taken' });
    await first.coach.idle();
  };
  await send(ADMIN, 'setup', {
    name: 'Pumps',
    platforms: ['weibo'],
    operators: [{ member: LI }],
    manager: { member: WANG },
    time: '16:30',
    holidays: 'cn',
  });
  const [account] = await first.accounts.in('T1');
  const subject = account?.id ?? '';
  await send(LI, 'settings', {
    time: '10:15',
    week: ['1', '2', '3', '6'],
    holidays: 'none',
    off: '2026-12-24 – 2026-12-26',
    suggestions: 'fewer',
    language: 'zh-CN',
  });
  await send(
    LI,
    'account',
    {
      name: 'Pumps Daily',
      platforms: ['weibo'],
      manager: { member: WANG },
      lead: 'inquiries',
      promo: '30',
      'by-itself': ['yes'],
    },
    subject,
  );
  await send(WANG, 'questions', { text: 'Which customer question came up?', audience: 'operator' }, subject);
  await send(ADMIN, 'workspace', { holidays: 'none', week: ['1', '2', '3', '4'], off: '2027-01-04', keep: '365' });
  await send(ADMIN, 'questions', { text: 'Who wrote in today?', kind: 'yes-no', audience: 'both' });
  await first.close();

  const second = await createRedisStage([ADMIN], first.url);
  try {
    expect(await second.members.read(LI)).toMatchObject({
      checkInAt: '10:15',
      calendar: { week: [1, 2, 3, 6], country: 'none', off: ['2026-12-24', '2026-12-25', '2026-12-26'] },
      suggestions: 'fewer',
      locale: 'zh-CN',
      localeChosen: true,
      house: {
        country: 'none',
        week: [1, 2, 3, 4],
        off: ['2027-01-04'],
        questions: [
          { text: 'Who wrote in today?', audience: 'both' },
          { text: 'Which customer question came up?', audience: 'operator' },
        ],
      },
    });
    expect(await second.accounts.read(subject)).toMatchObject({
      name: 'Pumps Daily',
      promoCap: 0.3,
      leadMetric: 'inquiries',
      sendsByItself: true,
    });
    expect(await second.workspaces.read('T1')).toMatchObject({ keepDays: 365, week: [1, 2, 3, 4] });
    const standing = async (member: string, name: PanelName): Promise<Record<string, unknown>> => {
      const { shown } = await second.coach.panel(member, { name, subject: '' }, second.cause().at);
      if (!isPanel(shown)) throw new Error(`${name} is not shown to ${member}`);
      return Object.fromEntries(shown.fields.map(({ address, value }) => [address, value]));
    };
    expect(await standing(LI, 'settings')).toMatchObject({
      time: '10:15',
      week: ['1', '2', '3', '6'],
      holidays: 'none',
      off: '2026-12-24 – 2026-12-26',
      suggestions: 'fewer',
      language: 'zh-CN',
    });
    expect(await standing(LI, 'account')).toMatchObject({
      name: 'Pumps Daily',
      lead: 'inquiries',
      promo: '30',
      'by-itself': ['yes'],
    });
    expect(await standing(ADMIN, 'workspace')).toMatchObject({ off: '2027-01-04', keep: '365', holidays: 'none' });
  } finally {
    await second.close();
  }
});
