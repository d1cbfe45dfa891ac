import { localDate } from '../calendar/local-date.ts';
import { teamOf } from './access.ts';
import type { Account } from './account.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching, Moment } from './decision.ts';
import { holidaysField, holidaysTyped, languageField, languageTyped, platformsField } from './panel-choices.ts';
import { choicesTyped, peopleTyped, textTyped } from './panel-typed.ts';
import type { Field, Panel, PanelRule, Seen, Sent, Typed } from './panel.ts';
import { setUpProblems } from './set-up-check.ts';
import { setUpText } from './set-up-words.ts';
import type { SetUp } from './set-up.ts';

const CHECK_IN_AT = '16:30';

/** An admin says which account there is, who runs it and who answers for it: for the first time, or anew. */
export const SETUP: PanelRule = {
  deed: 'set-up',
  isOfAccount: false,
  open: (coaching, seen) => panelOf(coaching, seen),
  send(coaching, seen, typed, moment) {
    if (seen.account && choicesTyped(typed, 'remove').includes('yes')) return removal(seen.account);
    const errors = setUpProblems(seen, typed);
    return Object.keys(errors).length > 0 ? { kind: 'refused', errors } : taken(coaching, seen, { typed, moment });
  },
};

function panelOf(coaching: Coaching, { account, workspace }: Seen): Panel {
  const again = account ? '-again' : '';
  return {
    title: { key: `setup.title${again}` },
    words: [{ key: `setup.intro${again}` }],
    fields: [
      {
        kind: 'text',
        address: 'name',
        label: { key: 'setup.name' },
        placeholder: { key: 'onboarding-operator.account_name.placeholder' },
        optional: false,
        value: account?.name ?? '',
      },
      platformsField(account?.platforms ?? []),
      ...peopleFields(account),
      {
        kind: 'time',
        address: 'time',
        label: { key: 'setup.time' },
        hint: { key: `setup.time-hint${again}` },
        optional: account !== null,
        value: account ? null : CHECK_IN_AT,
      },
      languageField(coaching, { label: { key: 'setup.language' }, slack: { key: 'language.slack' } }, null),
      holidaysField(
        { key: 'setup.holidays' },
        workspace.country,
        { id: 'zone', text: { key: 'holidays.zone' } },
        { key: 'setup.holidays-hint' },
      ),
      ...(account ? [removeField(account)] : []),
    ],
    presses: [],
    submit: { key: `setup.submit${again}` },
  };
}

const peopleFields = (account: Account | null): Field[] => [
  {
    kind: 'people',
    address: 'operators',
    label: { key: 'setup.operators' },
    hint: { key: 'setup.operators-hint' },
    // Of an account that is there already nobody may be left for a while.
    optional: account !== null,
    value: account?.operators ?? [],
  },
  {
    kind: 'person',
    address: 'manager',
    label: { key: 'setup.manager' },
    hint: { key: 'setup.manager-hint' },
    optional: true,
    value: account?.manager ?? null,
  },
];

const removeField = ({ name }: Account): Field => ({
  kind: 'choices',
  address: 'remove',
  label: { key: 'setup.remove' },
  hint: { key: 'setup.remove-hint' },
  optional: true,
  options: [{ id: 'yes', text: { key: 'setup.remove-yes', values: { account: name } } }],
  value: [],
});

type Filled = { readonly typed: Typed; readonly moment: Moment };

function taken(coaching: Coaching, seen: Seen, { typed, moment }: Filled): Sent {
  const { account, actor, workspace, at, member } = seen;
  const told: SetUp = {
    id: account?.id ?? newAccountId(actor.member, moment),
    name: textTyped(typed, 'name') ?? '',
    platforms: [...choicesTyped(typed, 'platforms')],
    operators: [...peopleTyped(typed, 'operators')],
    manager: peopleTyped(typed, 'manager')[0] ?? null,
    checkInAt: textTyped(typed, 'time'),
    locale: languageTyped(coaching, typed),
    by: actor.member,
    on: localDate(at, member.zone),
    before: { operators: account?.operators ?? [], manager: account?.manager ?? null },
  };
  const country = holidaysTyped(typed);
  const then: Consequence[] = [
    ...(country === workspace.country
      ? []
      : [{ kind: 'workspace' as const, team: teamOf(actor.member), change: { country } }]),
    { kind: 'set-up', account: told },
  ];
  return {
    kind: 'taken',
    decide: (known) => ({ member: known, parts: [{ kind: 'text', text: setUpText(told) }], then }),
    next: {
      title: { key: 'setup.title-done' },
      words: [setUpText(told), { key: 'setup.what-now' }],
      fields: [],
      presses: [{ name: 'panel', subject: 'setup', text: { key: 'setup.press.another' }, main: true }],
      submit: null,
    },
    audit: { did: account ? 'account-changed' : 'account-set-up', about: told.id },
  };
}

/** Sent twice, a form makes one account: its id follows from what was sent. `index`: which of several. */
export const newAccountId = (admin: string, { id }: Pick<Moment, 'id'>, index = 0): string =>
  `${teamOf(admin)}:account-${id.replaceAll(/\W/g, '').slice(-24)}${index === 0 ? '' : `-${index}`}`;

function removal({ id, name, operators, manager }: Account): Sent {
  const then: Consequence[] = [{ kind: 'remove-account', account: { id, name, operators, manager } }];
  return {
    kind: 'taken',
    decide: (known) => ({
      member: known,
      parts: [{ kind: 'text', text: { key: 'setup.removed', values: { account: name } } }],
      then,
    }),
    audit: { did: 'account-removed', about: id },
  };
}
