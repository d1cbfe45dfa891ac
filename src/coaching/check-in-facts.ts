import type { JsonValue } from '../flow/session.ts';
import { openOnes } from './blockers.ts';
import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import { openPick } from './picked.ts';
import { rotationOf } from './rotation.ts';

const LABEL_KEPT = 60;
const TOPICS_OFFERED = 6;

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
    ...pickFacts(coaching, member, today),
    ...planFacts(member),
    ...fromManager(coaching, member),
    ...ownQuestions(member),
  };
}

/** What they picked to do, and what was to be looked for. */
function pickFacts({ translate }: Coaching, { actions, locale }: Member, today: string): Record<string, JsonValue> {
  const pick = openPick(actions, today);
  if (!pick) return { picked: '' };
  return {
    picked: translate(locale, { key: `action.${pick.id}.title` }),
    picked_signal: translate(locale, { key: `action.${pick.id}.signal` }),
    picked_when: pick.on === today ? 'today' : 'earlier',
    picked_id: pick.id,
    picked_on: pick.on,
  };
}

/** What a piece may belong to, and what it may answer: the newest topics first. A pillar is known by its name. */
function planFacts(member: Member): Record<string, JsonValue> {
  const { pillars, topics } = ownBrief(member) ?? { pillars: [], topics: [] };
  return {
    pillars: pillars.map(({ name }) => ({ id: name, label: firstOf(name) })),
    topics: topics
      .slice(-TOPICS_OFFERED)
      .toReversed()
      .map(({ id, text }) => ({ id, label: firstOf(text) })),
  };
}

/** What the manager said since the last check-in, a line each; by their ids they are gone once that check-in is given. */
function fromManager({ translate }: Coaching, { locale, fromManager: all }: Member): Record<string, JsonValue> {
  const lines = all.map(({ text }) => translate(locale, { key: 'manager.told-line', values: { line: text } }));
  return { from_manager: lines.join('\n'), from_manager_ids: all.map(({ id }) => id) };
}

/** What the company asks beside ours; nothing where it asks nothing. */
const ownQuestions = ({ house }: Member): Record<string, JsonValue> =>
  house.questions.length === 0
    ? {}
    : {
        own_questions: house.questions.map(({ id, text, kind, audience }) => ({
          id,
          text,
          // The name of its answer: with a colon after it instead.
          label: text.replace(/[?？\s]+$/u, ''),
          of: `${kind} ${audience}`,
        })),
      };

/** The beginning of a person's sentence, short enough for a menu. */
export const firstOf = (text: string, most = LABEL_KEPT): string => {
  const points = Array.from(text);
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
};
