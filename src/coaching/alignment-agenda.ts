import type { Text } from '../flow/text.ts';
import { ranksFollowersFirst, type Comparison } from './alignment-gaps.ts';
import { matterText, sidesText, valueText } from './alignment-words.ts';
import type { AlignmentDecision, Matter, Round, Side } from './alignment.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

type Block = Extract<Part, { kind: 'block' }>;

/** A round that both have shared, for one of the two. */
type Shown = {
  readonly account: { readonly id: string };
  readonly side: Side;
  readonly round: Round;
  readonly decisions: readonly AlignmentDecision[];
};

/** What each side says of a matter, by name: a line that both may read says "you" to neither. */
export const sidesLine = (round: Round, matter: Matter, key: string): Text => ({
  key,
  values: {
    matter: matterText(matter),
    ...sidesText(round),
    byOperator: valueText(matter, round.sides.operator.answers?.[matter]),
    byManager: valueText(matter, round.sides.manager.answers?.[matter]),
  },
});

/** One point of the agenda: what each side says, a way to settle it, and what can be done about it. */
export function gapPart(shown: Shown, matter: Matter, number: number | null): Block {
  const { round, account, decisions } = shown;
  const propose: Press = {
    name: 'align-propose',
    subject: toSubject(account.id, String(round.id), matter),
    text: { key: 'coach.press.align-propose' },
  };
  const isDecided = decisions.some((one) => one.matter === matter);
  return {
    kind: 'block',
    heading: { key: 'alignment.agenda', values: { matter: matterText(matter), number: number ?? 0 } },
    lines: [sidesLine(round, matter, 'alignment.sides'), { key: `alignment.hint.${matter}` }],
    small: factsOn(round, [matter]),
    presses: [...(isDecided ? [] : [propose]), ...helpWith(shown, [matter])],
  };
}

/** Gaps that can wait, and what a side left out. Null: there is neither. */
export function laterPart(shown: Shown, { later, open }: Comparison): Block | null {
  if (later.length + open.length === 0) return null;
  return {
    kind: 'block',
    heading: null,
    lines: [
      { key: 'alignment.later' },
      ...later.map((matter) => sidesLine(shown.round, matter, 'alignment.later-line')),
      ...open.map((matter) => openLine(shown.round, matter)),
    ],
    small: factsOn(shown.round, later),
    presses: helpWith(shown, later),
  };
}

function openLine({ sides: { operator, manager } }: Round, matter: Matter): Text {
  const isByNobody = operator.answers?.[matter] === undefined && manager.answers?.[matter] === undefined;
  return { key: 'alignment.open-line', values: { matter: matterText(matter), by: isByNobody ? 'nobody' : 'one' } };
}

/** A measured fact, where followers come first for the manager and not for the operator. */
function factsOn({ sides: { operator, manager } }: Round, matters: readonly Matter[]): Text[] {
  const isOf = matters.includes('numbers') && ranksFollowersFirst(manager.answers ?? {}, operator.answers ?? {});
  return isOf ? [{ key: 'alignment.fact.followers' }] : [];
}

/** What the hours go into can be worked out by whoever runs the account. */
const helpWith = ({ account, side }: Shown, matters: readonly Matter[]): Press[] =>
  matters.includes('hours') && side === 'operator'
    ? [{ name: 'exercise', subject: toSubject(account.id, 'team'), text: { key: 'coach.press.align-team' } }]
    : [];
