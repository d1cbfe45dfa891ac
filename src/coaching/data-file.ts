import { localDate } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import { withoutBold, type Text } from '../flow/text.ts';
import { actorOf, may, teamOf } from './access.ts';
import { auditTable } from './audit-table.ts';
import { AUDIT_KEPT } from './audit.ts';
import { companyJson, companyTable, type CompanyData } from './company-data.ts';
import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import { ownJson, ownTable } from './own-data.ts';
import type { Accounts, Audit, Directory, History, Positions, Workspaces } from './ports.ts';
import { toCsv } from './position-csv.ts';
import type { Table } from './position-tables.ts';
import type { Filed } from './post.ts';

type World = {
  readonly coaching: Pick<Coaching, 'world' | 'translate'>;
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly history: History;
  readonly workspaces: Workspaces;
  readonly audit: Audit;
  readonly directory: Directory;
  readonly now: () => Date;
};

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Writes a file of what is kept, out of what its reader may have at this moment; null when that is nothing any more. */
export function createDataFile(world: World): (file: Filed, member: Member) => Promise<Uint8Array | null> {
  const { coaching, accounts, positions, history, workspaces, audit, directory, now } = world;

  const isAdmin = async (member: Member): Promise<boolean> => {
    const [profile, workspace] = await Promise.all([directory.profile(member.id), workspaces.read(teamOf(member.id))]);
    return may(actorOf(member.id, profile, workspace), 'export-company', null);
  };
  const company = async (member: Member): Promise<CompanyData> =>
    Promise.all(
      (await accounts.in(teamOf(member.id))).map(async (account) => ({
        account,
        position: await positions.read(account.id),
      })),
    );
  const sayTo =
    (member: Member) =>
    (text: Text): string =>
      withoutBold(coaching.translate(member.locale, text));
  const csv = (table: Table, member: Member): string => toCsv(table, sayTo(member));

  const written = async ({ of }: Filed, member: Member): Promise<string | null> => {
    const week = isoWeekOf(localDate(now(), member.zone));
    switch (of) {
      case 'mine': {
        const theirs = await accounts.of(member.id);
        const held = await Promise.all(
          theirs.map(async (account) => ({
            account,
            position: account.operators.includes(member.id) ? await positions.read(account.id) : null,
          })),
        );
        const checkIns = await history.checkIns(member.id, FIRST_DAY, LAST_DAY);
        return json(ownJson({ member, checkIns, accounts: held }, now()));
      }
      case 'mine-table':
        return csv(ownTable(coaching.world, await history.checkIns(member.id, FIRST_DAY, LAST_DAY)), member);
      case 'company':
        return (await isAdmin(member))
          ? json(companyJson(await company(member), week, { at: now(), say: sayTo(member) }))
          : null;
      case 'company-table':
        return (await isAdmin(member)) ? csv(companyTable(await company(member), week), member) : null;
      case 'audit': {
        if (!(await isAdmin(member))) return null;
        const entries = await audit.read(teamOf(member.id), AUDIT_KEPT);
        return csv(auditTable(entries, await accounts.in(teamOf(member.id)), member.zone), member);
      }
      // Those of a position are written elsewhere.
      case 'position':
      case 'topics':
      case 'versions':
      case 'decisions':
      case 'everything':
        return null;
    }
  };
  return async (file, member) => {
    const words = await written(file, member);
    return words === null ? null : new TextEncoder().encode(words);
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
