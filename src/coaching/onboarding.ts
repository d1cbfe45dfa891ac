import { localDate, localTime, plusDays } from '../calendar/local-date.ts';
import type { ToldAccount } from './account.ts';
import { choicesIn, personIn, textIn } from './answers-of.ts';
import type { Decision, Finish, Moment } from './decision.ts';
import { DAILY } from './flow-ids.ts';
import type { Member } from './member.ts';

/** Whoever has just told us of their account is left alone for a while. */
const TIME_ENOUGH_MS = 30 * 60 * 1000;

/** An operator has said what they run and who answers for it. Stopped half-way, what was said still counts. */
export function finishOnboarding(member: Member, finish: Finish, moment: Moment): Decision {
  const { answers } = finish;
  const manager = personIn(answers, 'manager');
  const name = textIn(answers, 'account_name');
  const account = name === null ? null : accountOf(member, finish);
  const checkInAt = textIn(answers, 'check_in_at') ?? member.checkInAt;
  return {
    member: {
      ...member,
      checkInAt,
      occurred: { ...firstPrompt(member, checkInAt, moment), ...member.occurred },
      manager: manager && 'member' in manager ? manager.member : member.manager,
      account: account?.id ?? member.account,
    },
    parts: [
      {
        kind: 'presses',
        presses: [{ name: 'begin', subject: DAILY, text: { key: 'coach.press.begin-check-in' } }],
      },
    ],
    ...(account && { then: [{ kind: 'account' as const, account }] }),
  };
}

/** With time enough until then the first check-in is asked for on the same day; else the next working day begins it. */
function firstPrompt({ zone }: Member, checkInAt: string, { at }: Moment): Member['occurred'] {
  const soon = new Date(at.getTime() + TIME_ENOUGH_MS);
  const today = localDate(at, zone);
  const isAhead = localDate(soon, zone) === today && localTime(soon, zone) <= checkInAt;
  // Nobody is reminded of a day that was never asked for.
  return isAhead ? { 'check-in': plusDays(today, -1) } : { 'check-in': today, reminder: plusDays(today, 1) };
}

/** The id comes from the operator, so that saying it twice makes one account; what is left out is left as it was. */
function accountOf(member: Member, { answers }: Finish): ToldAccount {
  const [workspace = '', user = ''] = member.id.split(':');
  const manager = personIn(answers, 'manager');
  return {
    v: 1,
    id: `${workspace}:account-of-${user}`,
    name: textIn(answers, 'account_name') ?? '',
    platforms: [...choicesIn(answers, 'platforms')],
    operators: [member.id],
    manager: manager && 'member' in manager ? manager.member : null,
    ...(member.welcomedOn !== null && { since: member.welcomedOn }),
  };
}
