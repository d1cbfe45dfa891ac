import { StateError } from './state-error.ts';

/** Workspaces that have a member. The one key without a tag: nothing is ever written together with it. */
export const WORKSPACES = 'workspaces';

export type Keys = {
  readonly team: string;
  /** The part of the id after the team, escaped. */
  readonly name: string;
  readonly member: string;
  readonly account: string;
  /** The position of the account of this id. */
  readonly position: string;
  /** Accounts that the member operates or manages. */
  readonly accounts: string;
  /** Every member of the workspace. */
  readonly members: string;
  /** Every account of the workspace. */
  readonly accountList: string;
  readonly undelivered: string;
  readonly due: string;
  month(month: string): string;
};

/** Every key of a workspace carries the hash tag `{<team>}`: Redis Cluster keeps them in one slot. */
export function keysOf(id: string): Keys {
  const colon = id.indexOf(':');
  if (colon < 1 || colon === id.length - 1) throw new StateError('BAD_ID', 'An id has to be <team>:<name>');
  const team = escapeId(id.slice(0, colon));
  const name = escapeId(id.slice(colon + 1));
  return {
    team,
    name,
    member: `{${team}}:member:${name}`,
    account: `{${team}}:account:${name}`,
    position: `{${team}}:position:${name}`,
    accounts: `{${team}}:accounts-of:${name}`,
    members: membersOf(team),
    accountList: accountListOf(team),
    undelivered: undeliveredOf(team),
    due: dueOf(team),
    month: (month) => `{${team}}:check-ins:${name}:${month}`,
  };
}

/** When something is due next, by member. */
export const dueOf = (team: string): string => `{${team}}:due`;

/** The names of all members: of an escaped team. */
export const membersOf = (team: string): string => `{${team}}:members`;

/** The names of all accounts: of an escaped team. */
export const accountListOf = (team: string): string => `{${team}}:account-list`;

/** Who changed or saw what: of an escaped team. */
export const auditOf = (team: string): string => `{${team}}:audit`;

/** The sealed token of an escaped workspace, or organisation. */
export const installationOf = (id: string): string => `{${id}}:installation`;

/** The organisation whose installation serves an escaped workspace. */
export const servedBy = (team: string): string => `{${team}}:served-by`;

/** The workspaces that the installation of an escaped organisation serves. */
export const teamsOf = (organisation: string): string => `{${organisation}}:teams`;

export const undeliveredOf = (team: string): string => `{${team}}:undelivered`;

/** What holds for the whole workspace. */
export const workspaceOf = (team: string): string => `{${escapeId(team)}}:workspace`;

/** Leaves nothing in an id that means something in a key. Two ids never become one, not even with half a surrogate pair. */
export const escapeId = (id: string): string =>
  id.replace(/[^\w-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const unescapeId = (escaped: string): string =>
  escaped.replace(/%([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
