import { plusDays } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Shown } from './digest-shown.ts';
import { promoShareAt } from './mix.ts';
import { ELEMENTS } from './position.ts';
import { ROLES } from './roles.ts';

/** So long after somebody last looked at it, an element is due for another look. */
const FRESH_DAYS = 90;
const WINDOW_DAYS = 14;

/** Of the position that was shared: what is fresh, what is due, and what the pieces speak against. Nothing else of it. */
export function positionLines(account: Account, shown: Shown, today: string): Text[] {
  const known = ELEMENTS.flatMap((element) => {
    const on = account.shared[element];
    return on === undefined ? [] : [{ element, on }];
  });
  if (known.length === 0) return [];
  const elements = known.map(({ element, on }): Text => {
    const isContradicted = element === 'pillars' && isOverCap(account, shown, on, today);
    const status = isContradicted ? 'contradicted' : on < plusDays(today, -FRESH_DAYS) ? 'due' : 'fresh';
    return { key: 'digest.month-element', values: { element: { key: `position.element.${element}` }, status } };
  });
  return [{ key: 'digest.month-position', values: { elements } }];
}

/** Two windows, one after the other, since the plan was last looked at. */
function isOverCap({ promoCap }: Account, { items }: Shown, on: string, today: string): boolean {
  const windows = [today, plusDays(today, -WINDOW_DAYS)].map((until) => promoShareAt(items, until));
  return (
    on <= plusDays(today, -2 * WINDOW_DAYS) && windows.every((window) => window !== null && window.share > promoCap)
  );
}

/** Who there is for the account, as it was shared. */
export function teamLines({ team }: Account): Text[] {
  if (team === null) return [];
  const { uncovered, hours, capacity } = team;
  const roles = ROLES.filter((role) => uncovered.includes(role)).map((role): Text => ({
    key: `position.work.${role}`,
  }));
  return [
    {
      key: 'digest.month-team',
      values: { covered: ROLES.length - roles.length, of: ROLES.length, open: roles.length, roles },
    },
    ...(hours === null
      ? []
      : [
          {
            key: 'digest.month-hours',
            values: { hours, known: capacity === null ? 'no' : 'yes', capacity: capacity ?? 0 },
          },
        ]),
  ];
}
