import { expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const BOSS = 'T1:U2';
const ID = 'T1:account-of-U1';

it('an operator is told, once, that their manager was asked for ten minutes', async () => {
  const stage = await createStage({ welcomedOn: '2026-11-19', account: ID, manager: BOSS }, ME);
  const boss = newMember(BOSS, { name: 'Boss', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' });
  const occurred = {
    'manager-nudge': '2026-11-20',
    [`digest:${ID}`]: '2026-11-23',
    [`manager-week:${ID}`]: '2026-11-23',
  };
  const known = { ...boss, greetedOn: '2026-11-02', manages: [ID], occurred };
  await stage.members.update(BOSS, () => ({ member: known, result: null }));
  const told = {
    v: 1,
    id: ID,
    name: 'Fewer Breakdowns',
    platforms: [],
    operators: [ME],
    manager: BOSS,
    since: '2026-11-19',
  };
  await stage.accounts.update(ID, () => [Account.parse(told), null]);

  const thirdDay = new Date('2026-11-23T02:40:00Z');
  for (const again of [1, 2]) {
    await stage.coach.due(BOSS, new Date(thirdDay.getTime() + again * 60_000));
    await stage.coach.idle();
  }
  const texts = stage.said.map(({ parts }) => JSON.stringify(parts));
  expect(texts.filter((text) => text.includes('nudge.N19.1'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('nudge.talk-proposed'))).toHaveLength(1);
  expect((await stage.members.read(ME))?.fromManager).toEqual([]);
});
