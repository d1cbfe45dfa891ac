import { literal, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { shownOf } from './digest-shown.ts';
import { EXERCISES } from './exercises.ts';
import type { Table } from './position-tables.ts';
import { sharedVersionOf, type Position } from './position.ts';

export type CompanyData = readonly { readonly account: Account; readonly position: Position | null }[];

/** What an admin may take with them of every account: pieces, numbers, shared blockers, shared elements of the position. */
export const companyJson = (
  data: CompanyData,
  week: string,
  { at, say }: { readonly at: Date; readonly say: (text: Text) => string },
): unknown => ({
  v: 1,
  exportedAt: at.toISOString(),
  accounts: data.map(({ account, position }) => {
    const { id, name, platforms, operators, manager, since } = account;
    const { items, blockers, hasNumbers } = shownOf(account, week);
    return {
      id,
      name,
      platforms,
      operators,
      manager,
      since,
      pieces: items.map(({ id: item, date, title, intent, pillar, slot, requestedBy }) => ({
        id: item,
        date,
        title,
        intent,
        pillar,
        slot,
        requestedBy,
      })),
      numbers: hasNumbers ? account.numbers : [],
      blockers: blockers.map(({ text, category, openedOn }) => ({ text, category, openedOn })),
      position: EXERCISES.flatMap((exercise) => {
        const version = position && sharedVersionOf(position, exercise.element);
        if (!version) return [];
        const lines = exercise.sheet(version).lines.map(say);
        return [{ element: exercise.element, sharedOn: version.sharedOn, lines }];
      }),
    };
  }),
});

/** The same as rows. A shared element says what its card says. */
export const companyTable = (data: CompanyData, week: string): Table => ({
  header: ['account', 'kind', 'date', 'what', 'value'].map((name) => ({ key: `export.column.${name}` })),
  rows: data.flatMap(({ account, position }) => {
    const { items, blockers, hasNumbers } = shownOf(account, week);
    const row = (kind: string, date: string, what: readonly Text[], value: Text | null = null) =>
      [literal(account.name), { key: `export.kind.${kind}` }, literal(date), what, value] as const;
    return [
      ...items.map(({ date, title, intent }) =>
        row('piece', date, [literal(title)], { key: `content-item.intent.option.${intent}` }),
      ),
      ...(hasNumbers ? account.numbers : []).map(({ on, name, value }) =>
        row('number', on, [{ key: `metric.${name}` }], literal(String(value))),
      ),
      ...blockers.map(({ openedOn, text }) => row('blocker', openedOn, [literal(text)])),
      ...EXERCISES.flatMap((exercise) => {
        const version = position && sharedVersionOf(position, exercise.element);
        return version
          ? [
              row('position', version.sharedOn ?? version.on, exercise.sheet(version).lines, {
                key: `position.element.${exercise.element}`,
              }),
            ]
          : [];
      }),
    ];
  }),
});
