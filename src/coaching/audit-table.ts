import { localDate, localTime } from '../calendar/local-date.ts';
import { personText } from '../flow/step-text.ts';
import { literal, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Entry } from './audit.ts';
import type { Table } from './position-tables.ts';

/** Who changed or saw what, a line each, the latest first; times in this zone. */
export function auditLines(entries: readonly Entry[], accounts: readonly Account[], zone: string): Text[] {
  return entries.map((entry) => ({
    key: 'audit.line',
    values: { when: whenOf(entry, zone), who: whoOf(entry), did: didOf(entry), about: aboutOf(entry, accounts) },
  }));
}

export const auditTable = (entries: readonly Entry[], accounts: readonly Account[], zone: string): Table => ({
  header: ['when', 'who', 'what', 'about'].map((name) => ({ key: `export.column.${name}` })),
  rows: entries.map((entry) => [literal(whenOf(entry, zone)), whoOf(entry), didOf(entry), aboutOf(entry, accounts)]),
});

const whenOf = ({ at }: Entry, zone: string): string =>
  `${localDate(new Date(at), zone)} ${localTime(new Date(at), zone)}`;

const whoOf = ({ by }: Entry): Text => (by === 'bearings' ? literal('Bearings') : personText(by));
const didOf = ({ did }: Entry): Text => ({ key: `audit.${did}` });

function aboutOf({ about }: Entry, accounts: readonly Account[]): Text {
  if (about === null) return { key: 'audit.workspace' };
  const account = accounts.find(({ id }) => id === about);
  if (account) return literal(account.name);
  return about.includes(':account') ? { key: 'audit.removed-account' } : personText(about);
}
