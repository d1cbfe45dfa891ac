import type { Account } from './account.ts';
import type { Profile } from './ports.ts';
import type { Workspace } from './workspace.ts';

/**
 * What somebody is, with regard to one account or to none. One person may be several things; `guest` and `person` are
 * those who are nothing more.
 */
export const ACTOR_ROLES = ['operator', 'manager', 'admin', 'person', 'guest', 'outsider'] as const;
export type Role = (typeof ACTOR_ROLES)[number];

const EVERYBODY = ['operator', 'manager', 'admin', 'person', 'guest'] as const;

/**
 * Who may do or see what: all that is decided by who somebody is. What a manager sees of an account is narrower still:
 * only what is in its record (see account.ts) and what was shared of its position (see canvas.ts).
 */
export const ACCESS = {
  // their own day and data
  'check-in': ['operator'],
  'own-settings': EVERYBODY,
  'own-data': EVERYBODY,
  help: EVERYBODY,
  /** Telling of an account of one's own, without an admin. */
  begin: ['operator', 'manager', 'admin', 'person'],
  // one account
  'see-account': ['operator', 'manager'],
  'change-position': ['operator'],
  'see-position': ['operator', 'manager'],
  align: ['operator', 'manager'],
  'enter-numbers': ['operator'],
  'prepare-week': ['operator'],
  'see-level': ['operator'],
  answer: ['manager'],
  'account-settings': ['operator', 'manager', 'admin'],
  'account-questions': ['manager', 'admin'],
  'account-people': ['admin'],
  /** Whoever runs an account without an admin names who answers for it. */
  'name-manager': ['operator', 'admin'],
  // the workspace
  'set-up': ['admin'],
  'workspace-settings': ['admin'],
  'see-undelivered': ['admin'],
  'see-audit': ['admin'],
  'export-company': ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Deed = keyof typeof ACCESS;

/** Who somebody is, by what the workspace and its record say; never by what came over the wire. */
export type Actor = { readonly member: string; readonly kind: Profile['kind']; readonly isAdmin: boolean };

/** Slack's own admins and owners, and whom these named. A guest is none, whoever named them. */
export const actorOf = (member: string, profile: Profile, { admins }: Pick<Workspace, 'admins'>): Actor => ({
  member,
  kind: profile.kind,
  isAdmin: profile.kind === 'person' && (profile.isAdmin === true || admins.includes(member)),
});

/** The workspace that a member or an account belongs to. */
export const teamOf = (id: string): string => id.slice(0, Math.max(id.indexOf(':'), 0));

/** What somebody is: of this account, or, without one, of the workspace. */
function rolesOf({ member, kind, isAdmin }: Actor, account: Account | null): readonly Role[] {
  if (kind === 'bot' || kind === 'gone' || kind === 'stranger') return ['outsider'];
  if (account !== null && teamOf(account.id) !== teamOf(member)) return ['outsider'];
  const roles: Role[] = [
    ...(account?.operators.includes(member) ? (['operator'] as const) : []),
    ...(account?.manager === member ? (['manager'] as const) : []),
    ...(isAdmin ? (['admin'] as const) : []),
  ];
  if (roles.length > 0) return roles;
  return [kind === 'guest' ? 'guest' : 'person'];
}

/** Whether somebody may do or see this, of this account or, where it is about none, of their workspace. */
export function may(actor: Actor, deed: Deed, account: Account | null): boolean {
  const allowed: readonly Role[] = ACCESS[deed];
  return rolesOf(actor, account).some((role) => allowed.includes(role));
}
