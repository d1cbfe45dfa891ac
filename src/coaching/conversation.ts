import { localTime } from '../calendar/local-date.ts';
import { advance } from '../flow/engine.ts';
import type { Session } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { Input, Turn } from '../flow/turn.ts';
import { againAt, isPutOff } from './again.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { finishFlow } from './finish.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';

/** The coach says that it kept the place when a person was away for longer than this. */
const LONG_PAUSE_MS = 4 * 60 * 60 * 1000;

/** Takes what the person said into the open conversation. */
export function converse(
  coaching: Coaching,
  member: Member & { session: Session },
  input: Input,
  moment: Moment,
): Decision {
  const turn = advance(coaching.world, member.session, input);
  if (isPutOff(turn)) return putOff(member, turn, moment);
  const decision = keepTurn(coaching, member, turn, moment);
  if (!turn.session || !isLongPause(member, moment)) return decision;
  return { ...decision, parts: [{ kind: 'text', text: { key: 'coach.after-a-pause' } }, ...decision.parts] };
}

/** The place is kept, and the same question comes again by itself. */
function putOff(member: Member, turn: Turn, moment: Moment): Decision {
  const again = againAt(member, moment.at);
  const when: Text =
    again === null
      ? { key: 'coach.again-tomorrow' }
      : { key: 'coach.again-at', values: { time: localTime(again, member.zone) } };
  return {
    member: {
      ...member,
      session: turn.session,
      heardAt: moment.at.toISOString(),
      askAgainAt: again?.toISOString() ?? null,
    },
    parts: [
      { kind: 'effects', effects: [...turn.effects] },
      { kind: 'text', text: when },
    ],
  };
}

const isLongPause = (member: Member, moment: Moment): boolean =>
  member.heardAt !== null && moment.at.getTime() - Date.parse(member.heardAt) > LONG_PAUSE_MS;

/** Makes a turn of the engine the member's own: the session is kept, the effects become a post, an end has its consequences. */
export function keepTurn(coaching: Coaching, member: Member, turn: Turn, moment: Moment): Decision {
  const said = turn.effects.filter((effect) => effect.kind !== 'finish');
  const finish = turn.effects.find((effect) => effect.kind === 'finish');
  const parts: Part[] = said.length > 0 ? [{ kind: 'effects', effects: said }] : [];
  const after: Member = {
    ...member,
    session: turn.session,
    heardAt: turn.session ? moment.at.toISOString() : null,
    askAgainAt: null,
  };
  if (!finish) return { member: after, parts };
  const finished = finishFlow(coaching, after, finish, moment);
  return { ...finished, parts: [...parts, ...finished.parts] };
}
