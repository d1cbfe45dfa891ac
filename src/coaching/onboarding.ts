import type { ToldAccount } from './account.ts';
import { choicesIn, personIn, textIn } from './answers-of.ts';
import type { Decision, Finish, Moment } from './decision.ts';
import { firstPrompt } from './first-prompt.ts';
import { DAILY } from './flow-ids.ts';
import type { Member } from './member.ts';

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

/** The id comes from the operator, so that saying it twice makes one account; what is left out is left as it was. */
function accountOf(member: Member, { answers }: Finish): ToldAccount {
  const [workspace = '', user = ''] = member.id.split(':');
  const manager = personIn(answers, 'manager');
  return {
    v: 1,
    // Told again, or of one that an admin set up, it is that one.
    id: member.account ?? `${workspace}:account-of-${user}`,
    name: textIn(answers, 'account_name') ?? '',
    platforms: [...choicesIn(answers, 'platforms')],
    operators: [member.id],
    manager: manager && 'member' in manager ? manager.member : null,
    ...(member.welcomedOn !== null && { since: member.welcomedOn }),
  };
}
