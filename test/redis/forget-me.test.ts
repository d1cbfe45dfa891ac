import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Account } from '../../src/coaching/account.ts';
import { newPosition } from '../../src/coaching/position.ts';
import { createForgetWorkspace } from '../../src/redis/forget-workspace.ts';
import { createRedisStage, START } from '../support/redis-stage.ts';

const ADMIN = 'T1:UADMIN';
const LI = 'T1:ULI';
const WANG = 'T1:UWANG';
const ZHAO = 'T1:UZHAO';
/** In everything that Li wrote for nobody but themselves, or passed on as their own. */
const SECRET = 'lapislazuli';

let stage: Awaited<ReturnType<typeof createRedisStage>>;
beforeEach(async () => {
  stage = await createRedisStage([ADMIN]);
});
afterEach(() => stage.close());

const setUp = async (name: string, operators: string[], manager: string): Promise<Account> => {
  const typed = {
    name,
    platforms: ['weibo'],
    operators: operators.map((member) => ({ member })),
    manager: { member: manager },
    time: '16:30',
  };
  await stage.coach.submitPanel(ADMIN, { name: 'setup', subject: '', typed }, stage.cause());
  await stage.coach.idle();
  const account = (await stage.accounts.in('T1')).find((one) => one.name === name);
  if (!account) throw new Error('no account');
  return account;
};

/** Li has worked here for a while: in a check-in, the account, the position, and in what others have. */
async function live(operators = [LI, ZHAO]): Promise<Account> {
  const { coach, cause, members, accounts, positions, workspaces } = stage;
  const account = await setUp('Pumps', operators, WANG);
  await coach.checkIn(LI, cause());
  for (const text of ['2', `${SECRET} plan`]) await coach.hear(LI, { kind: 'text', text }, cause());
  const answer = { audience: 'operator' as const, value: `${SECRET} of the day` };
  await members.update(LI, (member) => ({
    member: member && { ...member, blockers: [blocker(LI)] },
    result: null,
    checkIn: {
      v: 1,
      kind: 'check-in',
      date: '2026-11-20',
      flow: 'daily-check-in',
      version: 2,
      status: 'submitted',
      submittedAt: '2026-11-20T08:00:00.000Z',
      locale: 'en',
      late: false,
      answers: { learning: answer, blocker_owner: { audience: 'both', value: { member: WANG } } },
    },
  }));
  // A colleague who named Li in theirs.
  await members.update(ZHAO, (member) => ({
    member: member && { ...member, blockers: [blocker(LI)] },
    result: null,
    checkIn: {
      v: 1,
      kind: 'check-in',
      date: '2026-11-20',
      flow: 'daily-check-in',
      version: 2,
      status: 'submitted',
      submittedAt: '2026-11-20T08:00:00.000Z',
      locale: 'en',
      late: false,
      answers: { blocker_owner: { audience: 'both', value: { member: LI } } },
    },
  }));
  await accounts.update(account.id, (known) => [known && worked(known), null]);
  const version = { flow: 1, grade: 'sharp' as const, flags: [], evidence: null };
  await positions.update(account.id, () => [
    {
      ...newPosition(account.id),
      elements: {
        purpose: {
          confirmedOn: null,
          versions: [
            { id: 'v1', by: LI, on: '2026-11-02', sharedOn: '2026-11-03', answers: answers('shared'), ...version },
            { id: 'v2', by: LI, on: '2026-11-12', sharedOn: null, answers: answers(SECRET), ...version },
          ],
        },
      },
      topics: [
        { id: 't1', text: SECRET, pillar: null, source: 'check-in', on: '2026-11-02', by: LI, usedOn: null },
        {
          id: 't2',
          text: 'of a colleague',
          pillar: null,
          source: 'check-in',
          on: '2026-11-02',
          by: ZHAO,
          usedOn: null,
        },
      ],
    },
    null,
  ]);
  await workspaces.update('T1', (known) => ({
    ...known,
    admins: [LI],
    undelivered: [{ kind: 'too-late', member: LI, code: 'check-in', at: '2026-11-20T08:00:00.000Z', times: 1 }],
  }));
  await coach.idle();
  await stage.scheduler.plan([{ member: LI, at: new Date(START.getTime() + 3_600_000) }]);
  return account;
}

const answers = (text: string) => ({ what: { value: text } });

const blocker = (owner: string) => ({
  id: 'b1',
  text: 'The price list',
  owner: { member: owner },
  category: null,
  shared: true,
  openedOn: '2026-11-20',
  closedOn: null,
});

const worked = (account: Account): Account => ({
  ...account,
  items: [
    {
      id: '2026-11-20-ULI-1',
      operator: LI,
      date: '2026-11-20',
      title: 'Five pumps',
      intent: 'value',
      pillar: '',
      slot: 'lead',
      requestedBy: 'operator',
      topic: null,
    },
  ],
  numbers: [
    { subject: '2026-11-20-ULI-1', name: 'readers', value: 210, on: '2026-11-21', age: 1, source: 'form' as const },
  ],
  blockers: [{ ...blocker(WANG), operator: LI, text: SECRET, reply: null, openedOn: '2026-11-20' }].map(
    ({ id, text, owner, category, operator, reply, openedOn }) => ({
      id,
      text,
      owner,
      category,
      operator,
      reply,
      openedOn,
    }),
  ),
  asks: [
    {
      id: 'a1',
      operator: LI,
      text: SECRET,
      a: 'x',
      b: 'y',
      prefers: null,
      waiting: null,
      dueOn: null,
      askedOn: '2026-11-20',
      answer: null,
    },
    {
      id: 'a2',
      operator: ZHAO,
      text: 'Who approves?',
      a: 'x',
      b: 'y',
      prefers: null,
      waiting: null,
      dueOn: null,
      askedOn: '2026-11-20',
      answer: { choice: 'delegate', note: null, to: { member: LI }, on: '2026-11-21' },
    },
  ],
  weeks: [
    {
      week: '2026-W47',
      operator: LI,
      status: 'sent',
      on: '2026-11-20',
      heldBack: [],
      learnings: [SECRET],
      line: SECRET,
      focus: null,
      win: SECRET,
    },
  ],
  events: [{ id: `123-${WANG.slice(3)}`, kind: 'replied', on: '2026-11-20' }],
});

const traces = (dump: Readonly<Record<string, string>>): string[] =>
  Object.entries(dump)
    .filter(([key, value]) => /(?<![A-Z])ULI(?![A-Z])/.test(key + value) || value.includes(SECRET))
    .map(([key]) => key);

describe('forget-me', () => {
  it('leaves no trace in any key of Redis, of what they wrote or of who they are', async () => {
    const { id } = await live();
    const before = traces(await stage.dump());
    expect(before.length).toBeGreaterThan(8);
    expect(before.some((key) => key.startsWith('{bearings-queue}'))).toBe(true);
    const { parts } = await stage.coach.forget(LI, stage.cause());
    await stage.coach.idle();
    expect(traces(await stage.dump())).toEqual([]);
    expect(parts).toMatchObject([{ text: { key: 'forget.done', values: { records: 2, accounts: 0 } } }]);
    // The company's stays, without a name.
    expect(await stage.accounts.read(id)).toMatchObject({
      operators: [ZHAO],
      items: [{ title: 'Five pumps', operator: 'T1:nobody' }],
      numbers: [{ value: 210 }],
      asks: [{ id: 'a2', answer: { to: { member: 'T1:nobody' } } }],
    });
    const account = await stage.accounts.read(id);
    expect(account?.numbers[0]?.subject).toBe(account?.items[0]?.id);
    const position = await stage.positions.read(id);
    expect(position?.elements.purpose?.versions).toMatchObject([{ id: 'v1', by: 'T1:nobody' }]);
    expect(position?.topics).toMatchObject([{ id: 't2' }]);
  });

  it('lets nobody who works with them wonder, and names nobody', async () => {
    await live([LI]);
    await stage.coach.forget(LI, stage.cause());
    await stage.coach.idle();
    const told = stage.heard.findLast(({ member }) => member === WANG);
    expect(told?.post.parts).toMatchObject([{ text: { key: 'left.operator-forgot', values: { alone: 'yes' } } }]);
    expect(JSON.stringify(told)).not.toContain('ULI');
  });

  it('takes an account with it that nobody else works on', async () => {
    const { id } = await live([LI]);
    await stage.coach.forget(WANG, stage.cause());
    expect(await stage.accounts.read(id)).toMatchObject({ manager: null, operators: [LI] });
    const { parts } = await stage.coach.forget(LI, stage.cause());
    expect(parts).toMatchObject([{ text: { values: { accounts: 1 } } }]);
    expect(await stage.accounts.in('T1')).toEqual([]);
    expect((await stage.redis.keys('{T1}:position:*')).length).toBe(0);
  });

  it('twice is harmless, and whoever writes again is somebody new', async () => {
    await live();
    await stage.coach.forget(LI, stage.cause());
    const again = await stage.coach.forget(LI, stage.cause());
    expect(again.parts).toMatchObject([{ text: { key: 'forget.nothing' } }]);
    await stage.coach.hear(LI, { kind: 'text', text: 'hello' }, stage.cause());
    expect(await stage.members.read(LI)).toMatchObject({ account: null, welcomedOn: null, recent: [] });
  });

  it('asked for, says what goes and what stays, and changes nothing', async () => {
    await live();
    const before = await stage.dump();
    const { parts } = await stage.coach.askToForget(LI);
    expect(parts).toMatchObject([
      {
        lines: [{ key: 'forget.goes' }, { key: 'forget.stays' }, { key: 'forget.slack' }],
        presses: [{ name: 'forget', confirm: { key: 'forget.confirm' } }],
      },
    ]);
    expect(await stage.dump()).toEqual(before);
  });
});

describe('forgetting a workspace', () => {
  it('deletes every key of it and none of another, and says how many', async () => {
    await live();
    await stage.coach.hear('T2:ULI', { kind: 'text', text: 'hello' }, stage.cause());
    await stage.coach.hear('T12:ULI', { kind: 'text', text: 'hello' }, stage.cause());
    await stage.coach.idle();
    const others = await stage.dump('{T[^1}]*');
    const own = (await stage.redis.keys('{T1}:*')).length;
    expect(await createForgetWorkspace(stage.redis)('T1')).toBe(own);
    expect(await stage.redis.keys('{T1}:*')).toEqual([]);
    expect(await stage.redis.smembers('workspaces')).not.toContain('T1');
    expect(await stage.dump('{T[^1}]*')).toEqual(others);
    expect(await stage.members.read('T12:ULI')).not.toBeNull();
  });
});
