import type { Text } from '../flow/text.ts';
import { DAYS_OFF_EXAMPLE, writtenDaysOff } from './days-off.ts';
import { choicesTyped } from './panel-typed.ts';
import type { Field, Typed } from './panel.ts';

const ORDINARY = [1, 2, 3, 4, 5] as const;
const ALL = [1, 2, 3, 4, 5, 6, 7] as const;

/** The working days of a week, ISO 1 to 7. `usual`: those that null stands for. */
export const weekField = (label: Text, value: readonly number[] | null, usual: readonly number[] | null): Field => ({
  kind: 'choices',
  address: 'week',
  label,
  optional: false,
  options: ALL.map((day) => ({ id: String(day), text: { key: `weekday.${day}` } })),
  value: (value ?? usual ?? ORDINARY).map(String),
});

/** What was ticked; null where it is what null stands for anyway, undefined where nothing was. */
export function weekTyped(typed: Typed, usual: readonly number[] | null): number[] | null | undefined {
  const days = choicesTyped(typed, 'week')
    .map(Number)
    .filter(isDay)
    .toSorted((a, b) => a - b);
  if (days.length === 0) return undefined;
  return days.join() === (usual ?? ORDINARY).join() ? null : days;
}

const isDay = (day: number): boolean => ALL.some((known) => known === day);

/** `hint`: with what is to be written, for whom the days hold. */
export const daysOffField = (
  { label, hint }: { readonly label: Text; readonly hint: Text },
  off: readonly string[],
  today: string,
): Field => ({
  kind: 'long-text',
  address: 'off',
  label,
  hint,
  placeholder: DAYS_OFF_EXAMPLE,
  optional: true,
  value: writtenDaysOff(off.filter((day) => day >= today)),
});
