import { fold } from '../flow/fold.ts';
import { readTime } from '../flow/read-time.ts';
import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { partsOf, type Column, type Row } from './import-table.ts';
import type { Locale } from './member.ts';
import { PLATFORMS } from './platforms.ts';
import type { Profile } from './ports.ts';
import { CHECK_IN_HOURS } from './rhythm.ts';
import { personProblem } from './set-up-check.ts';

/** What is known of the people and words in a list. */
export type Around = {
  readonly accounts: readonly Account[];
  /** Members by what was written of them; several where it fits several. */
  readonly found: ReadonlyMap<string, readonly string[]>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly languages: readonly Locale[];
  /** The names that a platform and a language go by, in every language. */
  readonly named: (key: string) => readonly string[];
};

/** An account as the list would have it. `known`: it is there, and would be another. */
export type Planned = {
  readonly known: Account | null;
  readonly name: string;
  readonly platforms: readonly string[];
  readonly operators: readonly string[];
  readonly manager: string | null;
  readonly checkInAt: string | null;
  readonly locale: Locale | null;
};
export type Plan = {
  readonly made: readonly Planned[];
  readonly unchanged: number;
  readonly problems: readonly Text[];
};

/** What a list would do: nothing of it is done, and rows with a problem would be left out. */
export function planImport(rows: readonly Row[], around: Around): Plan {
  const problems: Text[] = [];
  const byName = new Map<string, Planned>();
  for (const row of rows) {
    const read = readRow(row, around);
    if ('problems' in read) problems.push(...read.problems);
    else byName.set(fold(read.name), merged(byName.get(fold(read.name)), read));
  }
  const busy = new Map<string, string>();
  const all = [...byName.values()].filter((one) => {
    const taken = one.operators.find((member) => (busy.get(member) ?? busyWith(member, one, around)) !== null);
    const other = taken === undefined ? null : (busy.get(taken) ?? busyWith(taken, one, around));
    for (const member of one.operators) busy.set(member, busy.get(member) ?? one.name);
    if (taken === undefined || other === null || other === one.name) return true;
    problems.push({
      key: 'import.error.busy',
      values: { account: one.name, person: personText(taken), other },
    });
    return false;
  });
  const made = all.filter(isChange);
  return { made, unchanged: all.length - made.length, problems };
}

/** The account, if another than this, that somebody runs already. */
const busyWith = (member: string, { known }: Planned, { accounts }: Around): string | null =>
  accounts.find(({ id, operators }) => id !== known?.id && operators.includes(member))?.name ?? null;

const isChange = ({ known, name, platforms, operators, manager, checkInAt, locale }: Planned): boolean =>
  known === null ||
  known.name !== name ||
  known.manager !== manager ||
  [...known.operators].toSorted().join() !== [...operators].toSorted().join() ||
  [...known.platforms].toSorted().join() !== [...platforms].toSorted().join() ||
  ((checkInAt !== null || locale !== null) && operators.some((member) => !known.operators.includes(member)));

/** The same account over several rows: its people add up. */
const merged = (before: Planned | undefined, row: Planned): Planned =>
  before === undefined
    ? row
    : {
        ...row,
        platforms: [...new Set([...before.platforms, ...row.platforms])],
        operators: [...new Set([...before.operators, ...row.operators])],
        manager: row.manager ?? before.manager,
        checkInAt: row.checkInAt ?? before.checkInAt,
        locale: row.locale ?? before.locale,
      };

const NAME_MOST = 60;

function readRow({ row, cells }: Row, around: Around): Planned | { readonly problems: readonly Text[] } {
  const problems: Text[] = [];
  const wrong = (column: Column, why: Text): null => {
    problems.push({ key: 'import.error.cell', values: { row, column: { key: `import.column.${column}` }, why } });
    return null;
  };
  const name = cells.account ?? '';
  if (name === '' || name.length > NAME_MOST)
    wrong('account', { key: 'import.error.name', values: { most: NAME_MOST } });
  const known = around.accounts.find((account) => fold(account.name) === fold(name)) ?? null;
  const person = (column: Column, written: string): string | null => {
    const [one, ...more] = around.found.get(written) ?? [];
    if (one === undefined)
      return wrong(column, { key: 'import.error.nobody', values: { written: written.slice(0, 60) } });
    if (more.length > 0)
      return wrong(column, {
        key: 'import.error.several',
        values: { written, people: [one, ...more].slice(0, 5).map(personText) },
      });
    const cannot = personProblem(around, one);
    return cannot ? wrong(column, cannot) : one;
  };
  const operators = partsOf(cells.operators).flatMap((written) => person('operators', written) ?? []);
  if (partsOf(cells.operators).length === 0) wrong('operators', { key: 'import.error.no-operator' });
  const platforms = partsOf(cells.platforms).flatMap((written) => {
    const id = PLATFORMS.find((one) => around.named(`platform.${one}`).some((label) => isNamed(label, written, one)));
    return id ?? wrong('platforms', { key: 'import.error.platform', values: { written: written.slice(0, 60) } }) ?? [];
  });
  const time = cells.time === undefined ? null : (readTime(cells.time) ?? '');
  if (time !== null && (time < CHECK_IN_HOURS.from || time > CHECK_IN_HOURS.to))
    wrong('time', { key: 'setup.error.time', values: CHECK_IN_HOURS });
  const locale = cells.language === undefined ? null : languageOf(cells.language, around);
  if (cells.language !== undefined && locale === null)
    wrong('language', { key: 'import.error.language', values: { written: cells.language.slice(0, 60) } });
  const manager = cells.manager === undefined ? (known?.manager ?? null) : person('manager', cells.manager);
  if (problems.length > 0) return { problems };
  const where = platforms.length > 0 ? platforms : (known?.platforms ?? ['other']);
  return { known, name: known?.name ?? name, platforms: where, operators, manager, checkInAt: time, locale };
}

/** Its id, its label, or what stands in the label's brackets. */
function isNamed(label: string, written: string, id: string): boolean {
  const names = [
    id,
    label,
    ...[...label.matchAll(/[(（]([^)）]+)[)）]/gu)].map(([, inside = '']) => inside),
    label.split(/[(（]/u)[0] ?? '',
  ];
  return names.some((name) => fold(name) === fold(written));
}

const languageOf = (written: string, { languages, named }: Around): Locale | null =>
  languages.find((locale, i) =>
    [locale, named('language.name')[i] ?? ''].some((name) => fold(name) === fold(written)),
  ) ?? null;
