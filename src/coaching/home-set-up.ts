import { personText } from '../flow/step-text.ts';
import { literal, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Home } from './home.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';

/** As many accounts as a Home tab has room for beside everything else. */
const SHOWN = 15;

/** What an admin has set up, and can: one thing to do where there is nothing yet. */
export function homeSetUp(accounts: readonly Account[]): NonNullable<Home['setUp']> {
  const first: Press = { name: 'panel', subject: 'setup', text: { key: 'home.press.set-up' }, main: true };
  const others: Press[] = [
    { name: 'panel', subject: 'import', text: { key: 'home.press.import' } },
    { name: 'panel', subject: 'workspace', text: { key: 'home.press.workspace' } },
  ];
  if (accounts.length === 0) return { lines: [{ key: 'home.set-up-empty' }], presses: [first, ...others] };
  const shown = accounts.slice(0, SHOWN);
  const more = accounts.length - shown.length;
  return {
    lines: [...shown.map(line), ...(more > 0 ? [{ key: 'home.set-up-more', values: { count: more } }] : [])],
    presses: [
      ...shown.map((account): Press => ({
        name: 'panel',
        subject: toSubject('setup', account.id),
        text: { key: 'home.press.change', values: { account: account.name } },
      })),
      { ...first, main: false },
      ...others,
    ],
  };
}

const line = ({ name, operators, manager }: Account): Text => ({
  key: 'home.set-up-line',
  values: {
    account: name,
    count: operators.length,
    operators: operators.length === 0 ? literal('–') : operators.map(personText),
    hasManager: manager === null ? 'no' : 'yes',
    manager: manager === null ? literal('–') : personText(manager),
  },
});

/** The panels for what is theirs: their own settings, and those of the accounts that they run or answer for. */
export const homeSettings = (accounts: readonly Account[]): readonly Press[] => [
  { name: 'panel', subject: 'settings', text: { key: 'home.press.settings' } },
  ...accounts.slice(0, SHOWN).map((account): Press => ({
    name: 'panel',
    subject: toSubject('account', account.id),
    text: { key: 'home.press.account', values: { account: account.name } },
  })),
];
