import type { JsonValue } from '../flow/session.ts';
import { openOnes } from './blockers.ts';
import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import { rotationOf } from './rotation.ts';

const LABEL_KEPT = 60;

/** What the daily check-in is told of the day and the person when it begins; it does not change while they answer. */
export function checkInFacts(coaching: Coaching, member: Member, today: string): Record<string, JsonValue> {
  const last = member.recent.findLast((known) => known.items.length > 0);
  return {
    today,
    ...rotationOf(today),
    light: member.lightUntil !== null && today <= member.lightUntil,
    has_manager: member.manager !== null && member.manager !== member.id,
    yesterday_plan: member.plan !== null && member.plan.date < today ? member.plan.text : '',
    open_blockers: openOnes(member.blockers).map(({ id, text }) => ({ id, label: firstOf(text) })),
    actions: coaching
      .suggest(member, today)
      .map(({ id, title }) => ({ id, label: coaching.translate(member.locale, title) })),
    last_item: last ? 'yes' : '',
    ...fromManager(coaching, member),
  };
}

/** What the manager said since the last check-in, a line each; by their ids they are gone once that check-in is given. */
function fromManager({ translate }: Coaching, { locale, fromManager: all }: Member): Record<string, JsonValue> {
  const lines = all.map(({ text }) => translate(locale, { key: 'manager.told-line', values: { line: text } }));
  return { from_manager: lines.join('\n'), from_manager_ids: all.map(({ id }) => id) };
}

/** The beginning of a person's sentence, short enough for a menu. */
export const firstOf = (text: string): string => {
  const points = Array.from(text);
  return points.length > LABEL_KEPT ? `${points.slice(0, LABEL_KEPT - 1).join('')}…` : text;
};
