import { personText } from '../flow/step-text.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import { isProposal } from './alignment-change.ts';
import { inHand, matterText, valueText } from './alignment-words.ts';
import type { AlignmentDecision, Round, Side } from './alignment.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

type Block = Extract<Part, { kind: 'block' }>;
type Shown = { readonly account: string; readonly round: Round; readonly side: Side };

/** What was proposed or settled, for one of the two. Whoever did not propose it may agree, or say it differently. */
export function decisionPart(decision: AlignmentDecision, { account, round, side }: Shown): Block {
  const isOpen = isProposal(decision);
  const isTheirs = isOpen && decision.side !== side;
  return {
    kind: 'block',
    heading: null,
    lines: [decisionLine(decision)],
    small: [inHand(decision, peopleOf(round)), ...(isOpen && !isTheirs ? [{ key: 'alignment.proposal-waits' }] : [])],
    presses: isTheirs ? answers(account, decision) : [],
  };
}

const decisionLine = ({ matter, value, proposedBy, agreed }: AlignmentDecision): Text => {
  const values = { matter: matterText(matter), value: valueText(matter, value) };
  return agreed === null
    ? { key: 'alignment.proposal', values: { ...values, by: personText(proposedBy) } }
    : { key: 'alignment.settled', values: { ...values, day: shortDayText(agreed.on) } };
};

const peopleOf = ({ sides: { operator, manager } }: Round) => ({
  operator: operator.by ?? '',
  manager: manager.by ?? '',
});

const answers = (account: string, { id, round }: AlignmentDecision): Press[] =>
  (['align-agree', 'align-differ'] as const).map((name) => ({
    name,
    subject: toSubject(account, String(round), id),
    text: { key: `coach.press.${name}` },
  }));
