import type { Account } from './account.ts';
import { isProposal, type AlignmentChange } from './alignment-change.ts';
import type { AlignmentHappened, AlignmentNews } from './alignment-happened.ts';
import { isIn, peopleOn } from './alignment-stand.ts';
import { lastBefore, otherSide, type Alignment, type Round, type Side } from './alignment.ts';

type Told = { readonly member: string; readonly news: AlignmentNews };
type Of<Kind extends AlignmentChange['do']> = Extract<AlignmentChange, { do: Kind }>;

/**
 * Who hears what of a step of the alignment. Read off the step and what it left: told again after a crash it is the
 * same, and what was told of another step since is not told twice. Answers are in it only once both sides have shared.
 */
export function alignmentNews(account: Account, alignment: Alignment, change: AlignmentChange): readonly Told[] {
  const { round } = alignment;
  const to = (side: Side, members: readonly string[], happened: AlignmentHappened): Told[] =>
    members.map((member) => ({
      member,
      news: { kind: 'alignment', account: account.id, name: account.name, side, happened },
    }));
  const toSide = (side: Side, happened: AlignmentHappened): Told[] =>
    round ? to(side, peopleOn(account, round, side), happened) : [];
  if (round?.id !== change.round) {
    return change.do === 'answer' || change.do === 'share' ? to(change.side, [change.by], { did: 'late' }) : [];
  }
  switch (change.do) {
    case 'begin':
    case 'answer':
    case 'decline':
    case 'invite':
    case 'share':
      return ofSide({ alignment, round, to, toSide }, change);
    case 'mark':
      return round.marked?.id === change.id
        ? toBoth(toSide, { did: 'mark', round, last: lastBefore(alignment, round) })
        : [];
    case 'propose': {
      const decision = alignment.decisions.find(({ id }) => id === change.decision.id);
      return decision && isProposal(decision)
        ? toSide(otherSide(decision.side), { did: 'propose', round, decision })
        : [];
    }
    case 'agree':
      return ofAgreement({ alignment, round, to, toSide }, change);
    case 'manager': {
      if (round.ended?.id !== change.id) return [];
      const { operator, manager } = round.sides;
      return [
        ...to('operator', operator.by === null ? [] : [operator.by], { did: 'end' }),
        ...to('manager', manager.by === null ? [] : [manager.by], { did: 'end' }),
      ];
    }
  }
}

type Telling = {
  readonly alignment: Alignment;
  readonly round: Round;
  readonly to: (side: Side, members: readonly string[], happened: AlignmentHappened) => Told[];
  readonly toSide: (side: Side, happened: AlignmentHappened) => Told[];
};

const toBoth = (toSide: Telling['toSide'], happened: AlignmentHappened): Told[] => [
  ...toSide('operator', happened),
  ...toSide('manager', happened),
];

function ofSide(
  { alignment, round, to, toSide }: Telling,
  change: Of<'begin' | 'answer' | 'decline' | 'invite' | 'share'>,
): Told[] {
  const { side, by, id } = change;
  const other = otherSide(side);
  const mine = round.sides[side];
  if (mine.by !== by && change.do !== 'decline') return to(side, [by], { did: 'taken', by: mine.by });
  if (round.ended !== null)
    return change.do === 'answer' || change.do === 'share' ? to(side, [by], { did: 'late' }) : [];
  const happened = { by, round: round.id };
  switch (change.do) {
    case 'begin':
      return [];
    case 'invite':
      return round.sides[other].invitedOn === null || round.sides[other].answers !== null
        ? []
        : toSide(other, { did: 'invite', ...happened, on: change.on });
    case 'decline':
      return mine.declinedOn === null ? [] : toSide(other, { did: 'decline', ...happened });
    case 'answer':
      return mine.answered?.id === id && round.compared === null && isIn(round, other)
        ? toSide(other, { did: 'answer', ...happened, next: nextFor(round, other) })
        : [];
    case 'share':
      if (round.compared?.id === id)
        return toBoth(toSide, { did: 'compare', round, last: lastBefore(alignment, round) });
      return mine.shared?.id === id && round.compared === null && isIn(round, other)
        ? toSide(other, { did: 'share', ...happened, next: nextFor(round, other) })
        : [];
  }
}

function nextFor({ sides }: Round, side: Side): 'answer' | 'share' | 'wait' {
  const { answers, shared } = sides[side];
  if (answers === null) return 'answer';
  return shared === null ? 'share' : 'wait';
}

function ofAgreement({ alignment, round, to, toSide }: Telling, { decision: id, side, by }: Of<'agree'>): Told[] {
  const decision = alignment.decisions.find((one) => one.id === id);
  if (decision?.agreed?.by === by) return toSide(decision.side, { did: 'agree', round, decision });
  const since = alignment.decisions.find((one) => one.matter === decision?.matter && isProposal(one)) ?? null;
  return to(side, [by], { did: 'outrun', round, decision: since });
}
