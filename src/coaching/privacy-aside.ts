import { isoWeekOf } from '../calendar/working-days.ts';
import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { dayOf } from './day.ts';
import { shownOf } from './digest-shown.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';
import { KEPT, PRIVACY } from './privacy.ts';

type Known = { readonly accounts: readonly Account[]; readonly isAdmin: boolean; readonly at: Date };

const block = (heading: Text, lines: readonly Text[], small: readonly Text[] = []): Part => ({
  kind: 'block',
  heading,
  lines: [...lines],
  small: [...small],
  presses: [],
});

/** `/bearings privacy`: who sees what of them by now, and what they can do about it. Changes nothing. */
export function privacyParts(member: Member, { accounts, isAdmin, at }: Known): Part[] {
  const own = accounts.find(({ id, operators }) => id === member.account && operators.includes(member.id)) ?? null;
  const managed = accounts.filter(({ manager, id }) => manager === member.id && id !== own?.id);
  return [
    ...(own ? operatorParts(member, own, at) : []),
    ...(managed.length > 0
      ? [block({ key: 'privacy.as-manager' }, [{ key: 'privacy.manager-sees' }, { key: 'privacy.manager-never' }])]
      : []),
    ...(isAdmin
      ? [block({ key: 'privacy.as-admin' }, [{ key: 'privacy.admin-sees' }, { key: 'privacy.admin-never' }])]
      : []),
    ...(own || managed.length > 0 || isAdmin
      ? []
      : [block({ key: 'privacy.nothing-heading' }, [{ key: 'privacy.nothing' }])]),
    block({ key: 'privacy.hands' }, [
      ...(own ? [{ key: 'privacy.hold-back' }] : []),
      { key: 'privacy.export' },
      { key: 'privacy.forget' },
    ]),
  ];
}

function operatorParts(member: Member, account: Account, at: Date): Part[] {
  const shown = shownOf(account, isoWeekOf(dayOf(member, at)));
  const sees = KEPT.filter((kept) => PRIVACY[kept].manager !== 'none');
  const own = KEPT.filter((kept) => PRIVACY[kept].manager === 'none');
  const manager = account.manager === null || account.manager === member.id ? null : account.manager;
  return [
    block(
      manager === null
        ? { key: 'privacy.no-manager' }
        : { key: 'privacy.manager', values: { manager: personText(manager) } },
      [
        {
          key: 'privacy.now',
          values: {
            pieces: shown.items.length,
            numbers: shown.hasNumbers ? account.numbers.length : 0,
            blockers: shown.blockers.length,
            asks: shown.asks.length,
            cards: Object.keys(account.shared).length,
            level: account.level === null ? 'no' : 'yes',
          },
        },
        ...sees.map((kept) => ({ key: `privacy.kept.${kept}`, values: { sight: PRIVACY[kept].manager } })),
      ],
    ),
    block(
      { key: 'privacy.only-you' },
      own.map((kept) => ({ key: `privacy.own.${kept}` })),
      [{ key: 'privacy.admin-of-you' }],
    ),
  ];
}
