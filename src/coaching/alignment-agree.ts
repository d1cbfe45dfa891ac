import type { Account } from './account.ts';
import { countedFor, stepOf } from './alignment-consequences.ts';
import { decisionPart } from './alignment-decision.ts';
import type { AlignmentDecision, Round, Side } from './alignment.ts';
import type { Consequence } from './consequence.ts';
import type { Decision, Moment } from './decision.ts';
import type { Member } from './member.ts';

type Agreeing = {
  readonly account: Account;
  readonly round: Round;
  readonly side: Side;
  readonly decision: AlignmentDecision;
  readonly on: string;
};

/** Agreed: it holds from now on, and goes into the position. */
export function agree(member: Member, { account, round, side, decision, on }: Agreeing, { id }: Moment): Decision {
  const agreed = { ...decision, agreed: { by: member.id, on } };
  const change = { do: 'agree', id, round: round.id, on, side, by: member.id, decision: decision.id } as const;
  const then: Consequence[] = [
    stepOf(account.id, change),
    ...(decision.matter === 'promo' && typeof decision.value === 'number'
      ? [
          {
            kind: 'change' as const,
            account: account.id,
            change: { kind: 'promo-cap' as const, cap: decision.value / 100 },
          },
        ]
      : []),
    ...(side === 'manager' ? [countedFor(account.id, { id, on })] : []),
  ];
  return {
    member,
    parts: [
      { kind: 'text', text: { key: 'alignment.agreed', values: { account: account.name } } },
      decisionPart(agreed, { account: account.id, round, side }),
    ],
    then,
  };
}
