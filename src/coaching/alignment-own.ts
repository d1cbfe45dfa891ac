import type { Text } from '../flow/text.ts';
import type { Other } from './alignment-stand.ts';
import { matterText, valueText } from './alignment-words.ts';
import { MATTERS, type MatterAnswers, type Side } from './alignment.ts';
import { peopleText } from './manager-tell.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

/** Where a side is that has answered. */
type Waiting = {
  readonly account: string;
  readonly round: number;
  readonly side: Side;
  readonly isShared: boolean;
  readonly other: Other;
  /** The other side. */
  readonly people: readonly string[];
};

/** What a side answered, for itself; what comes next, and how. */
export const ownParts = (answers: MatterAnswers, waiting: Waiting): Part[] => [
  ownBlock(answers, { key: 'alignment.own-small' }),
  ...waitingParts(waiting),
];

/** What a side that has answered waits for, and what it may do. */
export function waitingParts(waiting: Waiting): Part[] {
  const { side, isShared, other, people } = waiting;
  const values = { people: peopleText(people), shared: isShared ? 'yes' : 'no' };
  const presses = pressesOf(waiting);
  return [
    { kind: 'text', text: { key: `alignment.${side}.where.${other}`, values } },
    ...(presses.length > 0 ? [{ kind: 'presses' as const, presses }] : []),
  ];
}

/** The same for somebody who answered with nobody to compare with. */
export const alonePart = (answers: MatterAnswers): Part => ownBlock(answers, { key: 'alignment.own-alone' });

const ownBlock = (answers: MatterAnswers, small: Text): Part => ({
  kind: 'block',
  heading: { key: 'alignment.own' },
  lines: MATTERS.map((matter) => ({
    key: 'alignment.line',
    values: { matter: matterText(matter), value: valueText(matter, answers[matter]) },
  })),
  small: [small],
  presses: [],
});

function pressesOf({ account, round, side, isShared, other }: Waiting): Press[] {
  const subject = toSubject(account, String(round));
  const mayAsk = other === 'not-asked' || other === 'asked' || other === 'declined';
  const ask: Press = { name: 'align-ask', subject, text: { key: `coach.press.align-ask.${side}` } };
  const share: Press = { name: 'align-share', subject, text: { key: 'coach.press.align-share' } };
  const change: Press = {
    name: 'align',
    subject: toSubject(account, 'change'),
    text: { key: 'coach.press.align-change' },
  };
  const [first, ...others] = [...(mayAsk ? [ask] : []), ...(isShared ? [] : [share, change])];
  return first ? [{ ...first, main: true }, ...others] : [];
}
