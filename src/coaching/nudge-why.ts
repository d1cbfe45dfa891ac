import { dayText, type Text } from '../flow/text.ts';
import type { Member } from './member.ts';
import type { NudgeRule, Nudges } from './nudge-rules.ts';
import { lastSaid, ruleOf, type NudgeState } from './nudge-state.ts';
import { reasonOf } from './nudge-words.ts';
import type { Part } from './post.ts';

type Said = Pick<NudgeState, 'variant' | 'values'>;

/** Why a nudge came, in plain words; who else sees it; how to have less of it. */
export function reasonParts(rule: NudgeRule, state: Said): Part[] {
  const reason = reasonOf(rule, state);
  if (reason === null) return [];
  return [
    {
      kind: 'block',
      heading: null,
      lines: [reason],
      small: [seenBy(rule), { key: `nudge.why.stop-${rule.to}` }],
      presses: [],
    },
  ];
}

const seenBy = ({ told, to }: NudgeRule): Text => ({ key: told ? 'nudge.why.seen-told' : `nudge.why.seen-${to}` });

/** The last nudge that a member had, and why: what `/bearings why` can add. Nothing when there was none. */
export function nudgeWhy({ nudges }: Pick<Member, 'nudges'>, { rules }: Pick<Nudges, 'rules'>): Part[] {
  const [latest] = Object.entries(nudges)
    .flatMap(([key, state]) => {
      const rule = rules.find(({ id }) => id === ruleOf(key));
      const on = lastSaid(state);
      return rule && on !== null ? [{ rule, state, on }] : [];
    })
    .toSorted((one, other) => other.on.localeCompare(one.on));
  const reason = latest ? reasonParts(latest.rule, latest.state) : [];
  if (!latest || reason.length === 0) return [];
  return [{ kind: 'text', text: { key: 'nudge.why.latest', values: { day: dayText(latest.on) } } }, ...reason];
}
