import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import { may } from './access.ts';
import type { AccountChange } from './account-change.ts';
import type { Account } from './account.ts';
import { METRICS, isMetric, metricOf } from './metric.ts';
import { platformsField } from './panel-choices.ts';
import { choicesTyped, peopleTyped, textTyped } from './panel-typed.ts';
import type { Field, Panel, PanelRule, Seen, Sent, Typed } from './panel.ts';
import type { Press } from './post.ts';
import { nameProblems, personProblem } from './set-up-check.ts';
import { toSubject } from './subject.ts';

const UNDECIDED = 'undecided';

/** What its people settle of an account. Who runs it is the admin's to say; the operator may name who answers for it. */
export const ACCOUNT: PanelRule = {
  deed: 'account-settings',
  isOfAccount: true,
  open: (_coaching, seen) => (seen.account ? panelOf(seen, seen.account) : { key: 'panel.not-yours' }),
  send: (_coaching, seen, typed) => {
    if (!seen.account) return { kind: 'refused', errors: {} };
    const errors = problemsIn(seen, typed);
    return Object.keys(errors).length > 0 ? { kind: 'refused', errors } : taken(seen, seen.account, typed);
  },
};

const runs = ({ actor }: Seen, account: Account): boolean => may(actor, 'prepare-week', account);
const mayName = ({ actor }: Seen, account: Account): boolean => may(actor, 'name-manager', account);

function panelOf(seen: Seen, account: Account): Panel {
  const name: Field = {
    kind: 'text',
    address: 'name',
    label: { key: 'setup.name' },
    optional: false,
    value: account.name,
  };
  return {
    title: { key: 'account-settings.title' },
    words: [
      { key: runs(seen, account) ? 'account-settings.intro' : 'account-settings.intro-others' },
      peopleOf(account),
    ],
    fields: [
      name,
      platformsField(account.platforms),
      ...(mayName(seen, account) ? [managerField(account)] : []),
      leadField(account),
      {
        kind: 'text',
        address: 'promo',
        label: { key: 'account-settings.promo' },
        hint: { key: 'account-settings.promo-hint' },
        optional: false,
        value: String(Math.round(account.promoCap * 100)),
      },
      ...(runs(seen, account) ? [byItselfField(account)] : []),
    ],
    presses: pressesFor(seen, account),
    submit: { key: 'settings.submit' },
  };
}

const peopleOf = ({ operators, manager }: Account): Text => ({
  key: 'account-settings.people',
  values: {
    count: operators.length,
    operators: operators.map(personText),
    isAnsweredFor: manager === null ? 'no' : 'yes',
    manager: personText(manager ?? ''),
  },
});

const managerField = ({ manager }: Account): Field => ({
  kind: 'person',
  address: 'manager',
  label: { key: 'setup.manager' },
  hint: { key: 'account-settings.manager-hint' },
  optional: true,
  value: manager,
});

const leadField = ({ leadMetric }: Account): Field => ({
  kind: 'choice',
  address: 'lead',
  label: { key: 'account-settings.lead' },
  hint: { key: 'account-settings.lead-hint' },
  optional: false,
  options: [
    { id: UNDECIDED, text: { key: 'account-settings.lead-undecided' } },
    ...Object.keys(METRICS)
      .filter(isLead)
      .map((id) => ({ id, text: { key: `metric.${id}` } })),
  ],
  value: leadMetric !== null && isLead(leadMetric) ? leadMetric : UNDECIDED,
});

/** A number that says whether readers were served; how many follow says little of that. */
const isLead = (id: string): boolean =>
  isMetric(id) && !/follow|unfollow/.test(id) && (metricOf(id).of !== 'account' || id === 'inquiries');

const byItselfField = ({ sendsByItself }: Account): Field => ({
  kind: 'choices',
  address: 'by-itself',
  label: { key: 'account-settings.by-itself' },
  hint: { key: 'account-settings.by-itself-hint' },
  optional: true,
  options: [{ id: 'yes', text: { key: 'account-settings.by-itself-yes' } }],
  value: sendsByItself ? ['yes'] : [],
});

function pressesFor({ actor }: Seen, account: Account): Press[] {
  const press = (name: 'questions' | 'setup', key: string): Press => ({
    name: 'panel',
    subject: toSubject(name, account.id),
    text: { key },
  });
  return [
    ...(may(actor, 'account-questions', account) ? [press('questions', 'account-settings.press.questions')] : []),
    ...(may(actor, 'account-people', account) ? [press('setup', 'account-settings.press.people')] : []),
  ];
}

/** Null: not a share. 0 to 1 */
function shareTyped(typed: Typed): number | null {
  const written = (textTyped(typed, 'promo') ?? '').normalize('NFKC').replace(/\s*%$/u, '');
  const share = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
  return share >= 0 && share <= 100 ? share / 100 : null;
}

function problemsIn(seen: Seen, typed: Typed): Record<string, readonly Text[]> {
  const all = {
    name: nameProblems(seen, textTyped(typed, 'name')),
    platforms: choicesTyped(typed, 'platforms').length === 0 ? [{ key: 'setup.error.platforms' }] : [],
    promo: shareTyped(typed) === null ? [{ key: 'account-settings.error.promo' }] : [],
    manager: peopleTyped(typed, 'manager').flatMap((member) => personProblem(seen, member) ?? []),
  };
  return Object.fromEntries(Object.entries(all).filter(([, problems]) => problems.length > 0));
}

function taken(seen: Seen, account: Account, typed: Typed): Sent {
  const lead = textTyped(typed, 'lead') ?? UNDECIDED;
  const name = textTyped(typed, 'name') ?? account.name;
  const platforms = [...choicesTyped(typed, 'platforms')];
  const manager = mayName(seen, account) ? (peopleTyped(typed, 'manager')[0] ?? null) : account.manager;
  const changes: AccountChange[] = [
    { kind: 'settings', name, platforms, leadMetric: isLead(lead) ? lead : null },
    { kind: 'promo-cap', cap: shareTyped(typed) ?? account.promoCap },
    ...(runs(seen, account)
      ? [{ kind: 'sends-by-itself' as const, isOn: choicesTyped(typed, 'by-itself').includes('yes') }]
      : []),
  ];
  const saved: Text = { key: 'account-settings.saved', values: { account: name } };
  return {
    kind: 'taken',
    decide: (member) => ({
      member,
      parts: [{ kind: 'text', text: saved }],
      then: [
        ...changes.map((change) => ({ kind: 'change' as const, account: account.id, change })),
        ...(manager === account.manager
          ? []
          : [{ kind: 'manager' as const, account: account.id, manager, before: account.manager }]),
      ],
    }),
    next: saved,
    audit: { did: 'account-changed', about: account.id },
  };
}
