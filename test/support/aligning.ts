import type { AlignmentPart, Mark, MatterAnswers, Round } from '../../src/coaching/alignment.ts';
import { MANAGER, OPERATOR } from './weeks.ts';

type Answered = { readonly operator: MatterAnswers; readonly manager: MatterAnswers; readonly mark: Mark | null };

const MADE = { id: 'made', on: '2026-11-24' };

const partOf = (by: string, answers: MatterAnswers, mark: Mark | null): AlignmentPart => ({
  by,
  invitedOn: null,
  declinedOn: null,
  answers,
  answered: MADE,
  shared: MADE,
  mark,
});

/** A round that both have shared, each with the same mark on the other's words. */
export const roundOf = ({ operator, manager, mark }: Answered): Round => ({
  id: 1,
  on: '2026-11-23',
  startedBy: 'operator',
  sides: { operator: partOf(OPERATOR, operator, mark), manager: partOf(MANAGER, manager, mark) },
  compared: MADE,
  marked: mark === null ? null : MADE,
  ended: null,
  done: [],
});
