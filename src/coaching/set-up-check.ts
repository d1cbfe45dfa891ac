import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { choicesTyped, peopleTyped, textTyped } from './panel-typed.ts';
import type { Seen, Typed } from './panel.ts';
import type { Profile } from './ports.ts';
import { CHECK_IN_HOURS } from './rhythm.ts';

const NAME_MOST = 60;

type Known = Pick<Seen, 'accounts' | 'profiles'> & { readonly account: Account | null };
type Problems = Record<string, Text[]>;

/** What has to be put right before an account can be set up so, by field; each says what to do. */
export function setUpProblems(known: Known, typed: Typed): Problems {
  const fields: Problems = {
    name: nameProblems(known, textTyped(typed, 'name')),
    platforms: choicesTyped(typed, 'platforms').length === 0 ? [{ key: 'setup.error.platforms' }] : [],
    operators: operatorProblems(known, peopleTyped(typed, 'operators')),
    manager: peopleTyped(typed, 'manager').flatMap((member) => personProblem(known, member) ?? []),
    time: timeProblems(textTyped(typed, 'time')),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, problems]) => problems.length > 0));
}

export function nameProblems({ accounts, account }: Omit<Known, 'profiles'>, name: string | null): Text[] {
  if (name === null) return [{ key: 'setup.error.name-empty' }];
  if (name.length > NAME_MOST) return [{ key: 'setup.error.name-long', values: { most: NAME_MOST } }];
  const isTaken = accounts.some((other) => other.id !== account?.id && other.name.toLowerCase() === name.toLowerCase());
  return isTaken ? [{ key: 'setup.error.name-taken', values: { name } }] : [];
}

function operatorProblems(known: Known, operators: readonly string[]): Text[] {
  if (operators.length === 0 && known.account === null) return [{ key: 'setup.error.operators-empty' }];
  return operators.flatMap((member) => personProblem(known, member) ?? busyProblem(known, member) ?? []);
}

/** Nobody who cannot be asked anything: a bot, somebody who left, somebody of another company. */
export function personProblem({ profiles }: Pick<Known, 'profiles'>, member: string): Text | null {
  const kind = profiles.get(member)?.kind ?? 'unknown';
  return CANNOT.has(kind) ? { key: `setup.error.person-${kind}`, values: { person: personText(member) } } : null;
}

const CANNOT: ReadonlySet<Profile['kind'] | 'unknown'> = new Set(['bot', 'gone', 'stranger', 'unknown']);

/** Somebody runs one account here, on as many platforms as it has. */
function busyProblem({ accounts, account }: Known, member: string): Text | null {
  const other = accounts.find(({ id, operators }) => id !== account?.id && operators.includes(member));
  return other
    ? { key: 'setup.error.operator-busy', values: { person: personText(member), account: other.name } }
    : null;
}

const timeProblems = (time: string | null): Text[] =>
  time !== null && (time < CHECK_IN_HOURS.from || time > CHECK_IN_HOURS.to)
    ? [{ key: 'setup.error.time', values: CHECK_IN_HOURS }]
    : [];
