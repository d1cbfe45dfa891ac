import type { Account } from './account.ts';
import type { Position } from './position.ts';

/** Stands where a person was named who had their data deleted. */
const NOBODY = 'nobody';

/** `salt`: makes ids that were made of theirs differ from those of others who are gone. */
export type Forgotten = { readonly team: string; readonly user: string; readonly salt: string };

/**
 * A record as JSON without somebody's id, wherever in it that stands: as a member, as a user, inside an id made of it.
 * What is about nobody else stays word by word.
 */
export function withoutTraces(json: string, { team, user, salt }: Forgotten): string {
  const id = escaped(user);
  return json
    .replaceAll(new RegExp(`"${escaped(team)}:${id}"`, 'g'), () => `"${team}:${NOBODY}"`)
    .replaceAll(new RegExp(`"${id}"`, 'g'), () => `"${NOBODY}"`)
    .replaceAll(new RegExp(`(?<![A-Za-z0-9])${id}(?![A-Za-z0-9])`, 'g'), () => `${NOBODY}-${salt}`);
}

const escaped = (id: string): string => id.replaceAll(/[^A-Za-z0-9]/g, (mark) => `\\${mark}`);

/**
 * The account without what somebody wrote as its operator or manager. What came out and its numbers are the company's:
 * they stay, without a name.
 */
export function accountWithout(account: Account, member: string): Account {
  const isTheirs = ({ operator }: { readonly operator: string }): boolean => operator === member;
  const isManager = account.manager === member;
  return {
    ...account,
    operators: account.operators.filter((operator) => operator !== member),
    manager: isManager ? null : account.manager,
    blockers: account.blockers
      .filter((one) => !isTheirs(one))
      .map((one) => (isManager ? { ...one, reply: null } : one)),
    asks: account.asks
      .filter((one) => !isTheirs(one))
      .map((one) => (isManager && one.answer ? { ...one, answer: { ...one.answer, note: null } } : one)),
    answers: account.answers.filter((one) => !isTheirs(one)),
    weeks: account.weeks.filter((one) => !isTheirs(one)),
    events: isManager ? [] : account.events,
    focus: account.focus?.by === (isManager ? 'manager' : 'operator') ? null : account.focus,
    questions: account.questions.filter(({ by }) => by !== member),
  };
}

/** The position without what was theirs alone: what they never shared, their ideas, an open comparison. */
export function positionWithout(position: Position, member: string): Position {
  const elements = Object.entries(position.elements).flatMap(([element, part]) => {
    if (!part) return [];
    const versions = part.versions.filter(({ by, sharedOn }) => by !== member || sharedOn !== null);
    return versions.length > 0 ? [[element, { ...part, versions }] as const] : [];
  });
  const round = position.alignment?.round ?? null;
  const isTheirs = round !== null && [round.sides.operator.by, round.sides.manager.by].includes(member);
  return {
    ...position,
    elements: Object.fromEntries(elements),
    topics: position.topics.filter(({ by }) => by !== member),
    alignment:
      position.alignment === null
        ? null
        : {
            ...position.alignment,
            round: isTheirs ? null : round,
            decisions: position.alignment.decisions.filter(
              ({ proposedBy, agreed }) => agreed !== null || proposedBy !== member,
            ),
          },
  };
}

/** Nobody runs it and nobody answers for it any more. */
export const isOrphan = ({ operators, manager }: Account): boolean => operators.length === 0 && manager === null;
