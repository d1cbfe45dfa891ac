import { plusDays } from '../calendar/local-date.ts';
import { personText } from '../flow/step-text.ts';
import type { Account } from './account.ts';
import { ownParts } from './alignment-own.ts';
import { sheetParts, shownOf } from './alignment-sheet.ts';
import { isIn, peopleOn, standOf, type Stand } from './alignment-stand.ts';
import { type Alignment, otherSide, type Round } from './alignment.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

/** Where the alignment stands for one member, and what there is to do: what is theirs alone, or what both have shared. */
export const alignmentParts = (
  alignment: Alignment | null,
  account: Account,
  { member, today }: { readonly member: string; readonly today: string },
): Part[] => whereParts({ alignment, account, stand: standOf(alignment, account, member), today });

type Where = {
  readonly alignment: Alignment | null;
  readonly account: Account;
  readonly stand: Stand;
  readonly today: string;
};

/** So long, what was compared is still fresh. */
const AGAIN_AFTER_DAYS = 20;

/** Whether it is time to compare once more. */
export const isTimeAgain = ({ compared }: Round, today: string): boolean =>
  compared !== null && today >= plusDays(compared.on, AGAIN_AFTER_DAYS);

/** The same, for whoever knows already where it stands. */
export function whereParts({ alignment, account, stand, today }: Where): Part[] {
  const { id, name } = account;
  const told = (key: string, ...presses: readonly Press[]): Part[] => [
    { kind: 'text', text: { key: `alignment.${key}`, values: { account: name } } },
    { kind: 'presses', presses: [...presses] },
  ];
  const answer: Press = { name: 'align', subject: toSubject(id), text: { key: 'coach.press.align' } };
  switch (stand.kind) {
    case 'alone':
      return told(`one-sided.${stand.why}`, {
        name: 'align',
        subject: toSubject(id, 'alone'),
        text: { key: 'coach.press.align-alone' },
      });
    case 'none':
      return told(`${stand.side}.offer`, answer);
    case 'unanswered':
      // Who was not asked yet does not learn from here that the other side has begun.
      return told(`${stand.side}.${isIn(stand.round, stand.side) ? 'unanswered' : 'offer'}`, answer);
    case 'taken': {
      const values = { account: name, by: personText(stand.by) };
      return [{ kind: 'text', text: { key: 'alignment.operator.taken', values } }];
    }
    case 'answered': {
      const { side, round, other } = stand;
      const { answers, shared } = round.sides[side];
      const people = peopleOn(account, round, otherSide(side));
      return ownParts(answers ?? {}, { account: id, round: round.id, side, isShared: shared !== null, other, people });
    }
    case 'compared': {
      const again: Press = { name: 'align-again', subject: toSubject(id), text: { key: 'coach.press.align-again' } };
      return alignment === null
        ? []
        : [
            ...sheetParts(shownOf(alignment, { account, ...stand })),
            ...(isTimeAgain(stand.round, today) ? [{ kind: 'presses' as const, presses: [again] }] : []),
          ];
    }
  }
}
