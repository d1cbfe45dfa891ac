import { type Alignment, type AlignmentDecision, type Matter, MATTERS, type Settled } from './alignment.ts';
import type { Position } from './position.ts';

type SettledAnswers = Position['settled'];

/** What both agreed on in this step takes the place of what was settled before of the same matter. */
export function settledAfter(known: SettledAnswers, before: Alignment | null, after: Alignment): SettledAnswers {
  const open = new Set((before?.decisions ?? []).flatMap(({ id, agreed }) => (agreed === null ? [id] : [])));
  const fresh = after.decisions.filter(({ id }) => open.has(id)).flatMap((one) => settledIn(one));
  return fresh.length === 0 ? known : { ...known, ...Object.fromEntries(fresh) };
}

function settledIn({ id, matter, value, side, proposedBy, agreed, owner, due }: AlignmentDecision) {
  if (agreed === null) return [];
  const [operator, manager] = side === 'operator' ? [proposedBy, agreed.by] : [agreed.by, proposedBy];
  return [[matter, { decision: id, value, on: agreed.on, operator, manager, owner, due } satisfies Settled] as const];
}

/** What both agreed on, in the order of the questions. */
export const settledOnes = ({
  settled,
}: Pick<Position, 'settled'>): readonly (Settled & { readonly matter: Matter })[] =>
  MATTERS.flatMap((matter) => {
    const one = settled[matter];
    return one ? [{ ...one, matter }] : [];
  });
