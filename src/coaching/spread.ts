import { teamOf } from './access.ts';
import type { Moment } from './decision.ts';
import { houseOf, isSameHouse, NO_HOUSE } from './house.ts';
import type { News } from './news.ts';
import type { Accounts, Members, Workspaces } from './ports.ts';

/**
 * Copies what holds in a workspace into the records of its people: of these, or of all. `of`: an id of the workspace, or
 * of anything in it. `areNew`: to them nothing has been told yet, so where nothing is settled nothing is told. Done again
 * it writes nothing.
 */
export type Spread = (of: string, members: readonly string[] | null, moment: Moment, areNew?: boolean) => Promise<void>;

type World = {
  readonly members: Pick<Members, 'in'>;
  readonly accounts: Pick<Accounts, 'in'>;
  readonly workspaces: Pick<Workspaces, 'read'>;
  readonly tell: (member: string, news: News, moment: Moment) => Promise<void>;
};

export function createSpread({ members, accounts, workspaces, tell }: World): Spread {
  return async (of, some, moment, areNew = false) => {
    const team = teamOf(of) || of;
    const workspace = await workspaces.read(team);
    const all = await accounts.in(team);
    const house = (member: string) =>
      houseOf(workspace, all.find(({ operators }) => operators.includes(member)) ?? null);
    for await (const page of some === null ? members.in(team) : [new Set(some)]) {
      await Promise.all(
        [...page]
          .filter((member) => !areNew || !isSameHouse(house(member), NO_HOUSE))
          .map((member) =>
            tell(member, { kind: 'house', house: house(member) }, { ...moment, id: `${moment.id}>house` }),
          ),
      );
    }
  };
}
