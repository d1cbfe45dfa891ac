import { teamOf } from './access.ts';
import { Account } from './account.ts';
import type { Moment } from './decision.ts';
import { CheckIn, Member } from './member.ts';
import type { News } from './news.ts';
import type { Accounts, Audit, History, Members, Positions, Scheduler, Workspaces } from './ports.ts';
import { Position } from './position.ts';
import { accountWithout, isOrphan, positionWithout, withoutTraces, type Forgotten } from './traces.ts';
import { Workspace } from './workspace.ts';

type World = {
  readonly members: Members;
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly workspaces: Workspaces;
  readonly history: History;
  readonly audit: Audit;
  readonly scheduler: Scheduler;
  readonly tell: (member: string, news: News, moment: Moment) => Promise<void>;
};

/** What went: records of their own, and accounts that were nobody else's. */
export type Forgot = { readonly records: number; readonly accounts: readonly string[] };

/**
 * Deletes all that is kept of a person, and takes their id out of whatever stays. Their own record goes last: after a
 * crash on the way it can be asked for again, and does the rest.
 */
export function createForgetting(world: World): (id: string, moment: Moment) => Promise<Forgot> {
  const { members, accounts, positions, workspaces, history, audit, scheduler, tell } = world;

  const leaveAccounts = async (id: string, moment: Moment): Promise<string[]> => {
    const gone: string[] = [];
    for (const account of await accounts.of(id)) {
      const after = accountWithout(account, id);
      if (isOrphan(after)) {
        await positions.remove(account.id);
        await accounts.remove(account.id);
        gone.push(account.name);
        continue;
      }
      for (const { member, news } of leftBehind(account, id)) {
        await tell(member, news, { ...moment, id: `${account.id}>${news.kind}>${account.operators.length}` });
      }
      await positions.update(account.id, (known) => [known && positionWithout(known, id), null]);
      await accounts.update(account.id, (known) => [known && accountWithout(known, id), null]);
    }
    return gone;
  };

  const clean = async (id: string, forgotten: Forgotten): Promise<void> => {
    const { team } = forgotten;
    const cleaned = <T>(schema: { parse(value: unknown): T }, record: T): T => {
      const json = JSON.stringify(record);
      const after = withoutTraces(json, forgotten);
      return after === json ? record : schema.parse(JSON.parse(after));
    };
    for (const account of await accounts.in(team)) {
      await accounts.update(account.id, (known) => [known && cleaned(Account, known), null]);
      await positions.update(account.id, (known) => [known && cleaned(Position, known), null]);
    }
    for await (const page of members.in(team)) {
      for (const other of page) {
        if (other === id) continue;
        await members.update(other, (known) => ({ member: known && cleaned(Member, known), result: null }));
        await history.rewrite(other, (day) => cleaned(CheckIn, day));
      }
    }
    await workspaces.update(team, (known) =>
      cleaned(Workspace, {
        ...known,
        admins: known.admins.filter((admin) => admin !== id),
        questions: known.questions.filter(({ by }) => by !== id),
        undelivered: known.undelivered.filter(({ member }) => member !== id),
      }),
    );
    await audit.rewrite(team, (entry) => cleaned({ parse: (value) => ({ ...entry, ...Object(value) }) }, entry));
  };

  return async (id, moment) => {
    const team = teamOf(id);
    const salt = moment.id.replaceAll(/\W/g, '').slice(-6);
    const user = id.slice(team.length + 1);
    const gone = await leaveAccounts(id, moment);
    await clean(id, { team, user, salt: salt.includes(user) ? '' : salt });
    const records = await members.forget(id);
    await scheduler.forget(id);
    return { records: records + gone.length, accounts: gone };
  };
}

/** Who works on an account with somebody who had their data deleted. No name is told. */
function leftBehind({ id: account, name, operators, manager }: Account, who: string) {
  const others = operators.filter((operator) => operator !== who);
  const isAlone = others.length === 0;
  return [
    ...(manager === who
      ? others.map((member) => ({ member, news: { kind: 'manager-forgot', account, name } as const }))
      : []),
    ...(operators.includes(who) && manager !== null && manager !== who
      ? [{ member: manager, news: { kind: 'operator-forgot', account, name, isAlone } as const }]
      : []),
  ];
}
