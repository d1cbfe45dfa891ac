import type { Text } from '../flow/text.ts';
import { isExcuse } from './check-in-record.ts';
import type { Member } from './member.ts';

const ENDS = 5;

/** What changed since an operator began, from their own log: what there is, and nothing about what there is not. */
export function monthLines({ recent, blockers, actions }: Member): Text[] {
  const days = recent.filter(({ activities }) => !isExcuse(activities));
  const early = kindsIn(days.slice(0, ENDS));
  const fresh = [...kindsIn(days.slice(-ENDS))].filter((activity) => !early.has(activity));
  const counted = [
    ['published', days.flatMap(({ items }) => items).length],
    ['learned', days.filter(({ learned }) => learned).length],
    ['freed', blockers.filter(({ closedOn }) => closedOn !== null).length],
    ['done', Object.values(actions).filter(({ doneOn }) => doneOn !== null).length],
  ] as const;
  return [
    ...counted.flatMap(([name, count]) => (count === 0 ? [] : [{ key: `nudge.month.${name}`, values: { count } }])),
    ...(fresh.length === 0
      ? []
      : [{ key: 'nudge.month.new', values: { kinds: fresh.map((kind) => ({ key: `activity.${kind}` })) } }]),
  ];
}

const kindsIn = (days: Member['recent']): Set<string> => new Set(days.flatMap(({ activities }) => activities));
