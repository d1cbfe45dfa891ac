/** Who may look: the operator it is about, whoever answers for the account, an admin; or a file that leaves with one. */
type Viewer = 'operator' | 'manager' | 'admin' | 'export';

/**
 * `shared`: only what the operator chose to pass on. `both`: once both sides have shared. `agreed`: only while the
 * operator agrees. `count`: added up for the whole workspace, never about somebody.
 */
export type Sight = 'all' | 'shared' | 'both' | 'agreed' | 'count' | 'none';

/**
 * Who may see what. Their own export holds all that is kept of a person; `export` is the one that an admin can take.
 * Each cell has a test that puts a marker in and looks for it in all that the viewer gets.
 */
export const PRIVACY = {
  energy: { operator: 'all', manager: 'none', admin: 'none', export: 'none' },
  learnings: { operator: 'all', manager: 'shared', admin: 'none', export: 'none' },
  blockers: { operator: 'all', manager: 'shared', admin: 'none', export: 'shared' },
  'missed-days': { operator: 'all', manager: 'none', admin: 'none', export: 'none' },
  plans: { operator: 'all', manager: 'none', admin: 'none', export: 'none' },
  'pieces-and-numbers': { operator: 'all', manager: 'all', admin: 'none', export: 'all' },
  position: { operator: 'all', manager: 'shared', admin: 'none', export: 'shared' },
  alignment: { operator: 'both', manager: 'both', admin: 'none', export: 'none' },
  'manager-silence': { operator: 'none', manager: 'all', admin: 'none', export: 'none' },
  level: { operator: 'all', manager: 'agreed', admin: 'none', export: 'none' },
  'own-questions': { operator: 'all', manager: 'shared', admin: 'none', export: 'none' },
} as const satisfies Readonly<Record<string, Readonly<Record<Viewer, Sight>>>>;

export type Kept = keyof typeof PRIVACY;

const isKept = (name: string): name is Kept => Object.hasOwn(PRIVACY, name);
export const KEPT: readonly Kept[] = Object.keys(PRIVACY).filter(isKept);
