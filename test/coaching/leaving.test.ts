import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { Profile } from '../../src/coaching/ports.ts';
import { createStage } from '../support/stage.ts';

const OPERATOR = 'T1:U1';
const MANAGER = 'T1:U2';
const ID = 'T1:account-1';
const HERE: Profile = { name: 'Someone', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' };
const GONE = async (): Promise<Profile> => ({ ...HERE, kind: 'gone' });
const BACK = async (): Promise<Profile> => HERE;

async function company(operators = [OPERATOR]) {
  const stage = await createStage({ welcomedOn: '2026-11-02', account: ID, manager: MANAGER }, OPERATOR);
  await stage.accounts.update(ID, () => [
    Account.parse({ v: 1, id: ID, name: 'Pumps', platforms: ['wechat'], operators, manager: MANAGER }),
    null,
  ]);
  const { cause } = stage;
  // Their first words make them known.
  for (const id of [MANAGER, ...operators.slice(1)]) await stage.coach.today(id, cause(`met-${id}`));
  await stage.members.update(MANAGER, (member) => ({ member: member && { ...member, manages: [ID] }, result: null }));
  await stage.coach.idle();
  const saidTo = (id: string): string[] =>
    stage.heard
      .filter(({ member }) => member === id)
      .flatMap(({ post }) => post.parts.flatMap((part) => (part.kind === 'text' ? [part.text.key] : [])));
  return { ...stage, saidTo };
}

describe('when somebody leaves the workspace', () => {
  it('the operator hears once that nobody answers for the account, and an admin reads it', async () => {
    const stage = await company();
    await stage.coach.noteProfile(MANAGER, GONE, stage.cause('e1'));
    await stage.coach.noteProfile(MANAGER, GONE, stage.cause('e1'));
    await stage.coach.idle();
    expect(stage.saidTo(OPERATOR)).toEqual(['left.manager']);
    expect(await stage.accounts.read(ID)).toMatchObject({ manager: null, operators: [OPERATOR] });
    expect(await stage.members.read(OPERATOR)).toMatchObject({ manager: null, account: ID });
    expect(await stage.members.read(MANAGER)).toMatchObject({ manages: [], dueAt: null });
    const { undelivered } = await stage.workspaces.read('T1');
    expect(undelivered).toMatchObject([{ kind: 'left', member: MANAGER, code: 'Pumps' }]);
  });

  it('the manager hears that nobody runs the account now, or that the others do', async () => {
    for (const [operators, alone] of [
      [[OPERATOR], 'yes'],
      [[OPERATOR, 'T1:U3'], 'no'],
    ] as const) {
      const stage = await company([...operators]);
      await stage.coach.noteProfile(OPERATOR, GONE, stage.cause('e1'));
      await stage.coach.idle();
      const last = stage.heard.findLast(({ member }) => member === MANAGER)?.post.parts[0];
      expect(last).toMatchObject({ text: { key: 'left.operator', values: { account: 'Pumps', alone } } });
      expect((await stage.accounts.read(ID))?.operators).toEqual(operators.slice(1));
      expect(await stage.members.read(OPERATOR)).toMatchObject({ account: null, dueAt: null });
    }
  });

  it('nothing is due for them, and nobody who only looks after the workspace stays one', async () => {
    const stage = await company();
    await stage.workspaces.update('T1', (before) => ({ ...before, admins: [OPERATOR, MANAGER] }));
    await stage.coach.noteProfile(OPERATOR, GONE, stage.cause('e1'));
    await stage.coach.due(OPERATOR, stage.later(9 * 3600));
    await stage.coach.idle();
    expect(stage.saidTo(OPERATOR)).toEqual([]);
    expect((await stage.workspaces.read('T1')).admins).toEqual([MANAGER]);
  });

  it('and comes back, they can be reached again and run nothing until they are set up', async () => {
    const stage = await company();
    await stage.coach.noteProfile(OPERATOR, GONE, stage.cause('e1'));
    await stage.coach.noteProfile(OPERATOR, BACK, stage.cause('e2'));
    expect(await stage.members.read(OPERATOR)).toMatchObject({ unreachable: null, account: null });
  });
});
