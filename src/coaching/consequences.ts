import { localDate } from '../calendar/local-date.ts';
import { changed } from './account-change.ts';
import { toldAgain, type Account } from './account.ts';
import type { Consequence } from './consequence.ts';
import type { Moment } from './decision.ts';
import type { News } from './news.ts';
import type { Accounts, Positions, Workspaces } from './ports.ts';
import { repositioned } from './position-change.ts';
import { positionNews } from './position-news.ts';
import { newPosition } from './position.ts';
import { setUp, setUpNews, type SetUp } from './set-up.ts';
import type { Spread } from './spread.ts';
import { isOfTheHouse, workspaceAfter } from './workspace-change.ts';

/** Carries out what a post brings with it. Done again after a crash, it changes nothing more. */
export type CarryOut = (consequences: readonly Consequence[], moment: Moment) => Promise<void>;

type World = {
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly workspaces: Workspaces;
  /** Tells people of the workspace, or these of them, what holds for them by now. */
  readonly spread: Spread;
  /** Takes the news into the other member's record and tells them, once for each id. */
  readonly tell: (member: string, news: News, moment: Moment) => Promise<void>;
};

export function createConsequences({ accounts, positions, workspaces, spread, tell }: World): CarryOut {
  const tellOf = (member: string, news: News, { id, at }: Moment): Promise<void> =>
    tell(member, news, { id: ['account' in news ? `${id}>${news.account}` : id, news.kind].join('>'), at });

  const one = async (consequence: Exclude<Consequence, Changing>, moment: Moment): Promise<void> => {
    if (consequence.kind === 'tell') return tellOf(consequence.member, consequence.news, moment);
    if (consequence.kind === 'set-up') return setUpAccount(consequence.account, moment);
    if (consequence.kind === 'remove-account') return removeAccount(consequence.account, moment);
    if (consequence.kind === 'manager') return nameManager(consequence, moment);
    if (consequence.kind === 'workspace') return changeWorkspace(consequence, moment);
    if (consequence.kind === 'question-added') return tellOfQuestion(consequence, moment);
    const { account: told } = consequence;
    const { before, after } = await accounts.update(told.id, (known) => withBoth(known, toldAgain(known, told)));
    if (before !== null && before !== after.manager) {
      await tellOf(before, { kind: 'relieved', account: after.id }, moment);
    }
    if (after.manager !== null) {
      await tellOf(after.manager, { kind: 'appointed', account: after.id, name: after.name }, moment);
    }
    await spread(after.id, peopleOf(after), moment, true);
    await endAlignment(after, moment);
  };

  const setUpAccount = async (told: SetUp, moment: Moment): Promise<void> => {
    const { id: account, name, manager, before } = told;
    const after = await accounts.update(account, (known) => withAfter(setUp(known, told)));
    for (const { member, news } of setUpNews(told)) await tellOf(member, news, moment);
    // Their own manager has been told all there is by now.
    if (manager !== null) {
      await tellOf(manager, { kind: 'appointed', account, name, by: told.by, locale: told.locale }, moment);
    }
    if (before.manager !== null && before.manager !== manager) {
      await tellOf(before.manager, { kind: 'relieved', account }, moment);
    }
    const position = await positions.read(account);
    const known = position ? positionNews({ account: after, position, changes: [] }) : [];
    for (const { member, news } of known) await tellOf(member, news, moment);
    await spread(account, [...before.operators, ...peopleOf(after)], moment);
    await endAlignment(after, moment);
  };

  const nameManager = async (
    { account, manager, before }: Extract<Consequence, { kind: 'manager' }>,
    moment: Moment,
  ): Promise<void> => {
    const after = await accounts.update(account, (known) => withAfter(known && { ...known, manager }));
    if (!after) return;
    if (before !== null) await tellOf(before, { kind: 'relieved', account }, moment);
    if (manager !== null) await tellOf(manager, { kind: 'appointed', account, name: after.name }, moment);
    for (const operator of after.operators) {
      await tellOf(operator, { kind: 'manager', account, manager }, moment);
    }
    await spread(account, peopleOf(after), moment);
    await endAlignment(after, moment);
  };

  /** Its people hear of it before it is gone: after a crash between the two it is all done again. */
  const removeAccount = async ({ id: account, name, operators, manager }: Removed, moment: Moment): Promise<void> => {
    for (const member of operators) await tellOf(member, { kind: 'released', account, name }, moment);
    if (manager !== null) await tellOf(manager, { kind: 'relieved', account }, moment);
    await positions.remove(account);
    await accounts.remove(account);
    await spread(account, operators, moment);
  };

  const changeWorkspace = async (
    { team, change }: Extract<Consequence, { kind: 'workspace' }>,
    moment: Moment,
  ): Promise<void> => {
    await workspaces.update(team, (known) => workspaceAfter(known, change));
    if (isOfTheHouse(change)) await spread(team, null, moment);
  };

  const tellOfQuestion = async (
    { team, account, question }: Extract<Consequence, { kind: 'question-added' }>,
    moment: Moment,
  ): Promise<void> => {
    const asked = account === null ? await accounts.in(team) : [await accounts.read(account)];
    const operators = new Set(asked.flatMap((one) => one?.operators ?? []));
    for (const operator of operators) {
      if (operator !== question.by) await tellOf(operator, { kind: 'question-added', question }, moment);
    }
  };

  /** Whoever answers for the account by now is not the one that an open round was begun with: it ends. */
  const endAlignment = async ({ id, manager }: Account, moment: Moment): Promise<void> => {
    if (manager === null) return;
    const round = (await positions.read(id))?.alignment?.round;
    if (!round || round.sides.manager.by === manager) return;
    const on = localDate(moment.at, 'UTC');
    const change = { do: 'manager', id: moment.id, round: round.id, on, manager } as const;
    await reposition(id, [{ kind: 'position', account: id, change: { kind: 'alignment', change } }], moment);
  };

  const changeAccount = async (id: string, group: readonly Consequence[], moment: Moment): Promise<void> => {
    const changes = group.flatMap((each) => (each.kind === 'change' ? [each.change] : []));
    // An account that is gone, or not yet known, has nothing that could change.
    const after = await accounts.update(id, (known) => withAfter(known && changes.reduce(changed, known)));
    if (after && changes.some(({ kind }) => kind === 'settings')) await spread(id, after.operators, moment);
  };

  const reposition = async (id: string, group: readonly Consequence[], moment: Moment): Promise<void> => {
    const account = await accounts.read(id);
    if (!account) return;
    const changes = group.flatMap((each) => (each.kind === 'position' ? [each.change] : []));
    const position = await positions.update(id, (known) => {
      const after = changes.reduce(repositioned, known ?? newPosition(id));
      return [after, after];
    });
    for (const { member, news } of positionNews({ account, position, changes })) await tellOf(member, news, moment);
  };

  return async (all, moment) => {
    for (const group of grouped(all)) {
      const [first] = group;
      if (first?.kind === 'change') await changeAccount(first.account, group, moment);
      else if (first?.kind === 'position') await reposition(first.account, group, moment);
      else if (first) await one(first, moment);
    }
  };
}

type Changing = Extract<Consequence, { kind: 'change' | 'position' }>;

/** Changes of one account, or of its position, that follow each other are one write; everything else is by itself. In order. */
function grouped(all: readonly Consequence[]): Consequence[][] {
  const groups: Consequence[][] = [];
  for (const one of all) {
    const last = groups.at(-1)?.[0];
    const isMore =
      (one.kind === 'change' || one.kind === 'position') && last?.kind === one.kind && last.account === one.account;
    if (isMore) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

const peopleOf = ({ operators, manager }: Account): readonly string[] => [
  ...operators,
  ...(manager === null ? [] : [manager]),
];

const withAfter = <T>(after: T): readonly [T, T] => [after, after];

type Removed = Extract<Consequence, { kind: 'remove-account' }>['account'];

type Both = { readonly before: string | null; readonly after: Account };
const withBoth = (known: Account | null, after: Account): readonly [Account, Both] => [
  after,
  { before: known?.manager ?? null, after },
];
