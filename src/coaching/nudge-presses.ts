import { localDate, plusDays } from '../calendar/local-date.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import type { Text } from '../flow/text.ts';
import type { Coaching, Decision } from './decision.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { pressOffer } from './nudge-do.ts';
import type { NudgeLimits, NudgeRule } from './nudge-rules.ts';
import { lastSaid, NEVER_SAID, type NudgeState } from './nudge-state.ts';
import { nudgeNamed, type Found } from './nudge-subject.ts';
import { reasonParts } from './nudge-why.ts';
import { oldButton, type PressRule } from './press-account.ts';

/** A button under a nudge. Pressed twice, it counts once. */
export const pressNudge: PressRule = (coaching, member, pressed, moment) => {
  const { rules, limits } = coaching.nudges;
  const found = nudgeNamed(rules, member, pressed);
  if (found === null) return oldButton(member);
  const today = localDate(moment.at, member.zone);
  const there = withState(member, found.key, { isOpen: false, ignored: 0 });
  const { name, account } = pressed;
  if (name === 'nudge-do') return pressOffer(coaching, there, { found, account, today });
  if (name === 'nudge-later') return later(there, found, today);
  if (name === 'nudge-not-useful') return notUseful(there, { found, limits, today });
  if (name === 'nudge-fewer') return fewer(coaching, there, { found, today });
  const reason = reasonParts(found.rule, found.state);
  return reason.length > 0 ? { member: there, parts: reason } : oldButton(member);
};

const answered = (member: Member, key: string, values: Text['values'] = {}): Decision => ({
  member,
  parts: [{ kind: 'text', text: { key: `nudge.answer.${key}`, values } }],
});
const again = (member: Member): Decision => ({
  member,
  parts: [{ kind: 'text', text: { key: 'coach.pressed-again' } }],
});

function withState(member: Member, key: string, change: Partial<NudgeState>): Member {
  const known = Object.hasOwn(member.nudges, key) ? member.nudges[key] : undefined;
  return { ...member, nudges: { ...member.nudges, [key]: { ...NEVER_SAID, ...known, ...change } } };
}

/** Once more on the next working day, if it is still so then; put off twice, it has to come by itself again. */
function later(member: Member, { key, state }: Found, today: string): Decision {
  if (state.againOn !== null) return again(member);
  if (state.wasPutOff) return answered(member, 'left');
  return answered(withState(member, key, { againOn: nextWorkingDay(calendarFor(member), today) }), 'later');
}

type Pressed = { readonly found: Found; readonly limits: NudgeLimits; readonly today: string };

function notUseful(member: Member, { found: { rule, key, state }, limits, today }: Pressed): Decision {
  const said = lastSaid(state) ?? '';
  if (state.notUsefulOn !== null && state.notUsefulOn >= said) return again(member);
  const noted = withState(member, key, { notUsefulOn: said, againOn: null });
  const count = stateOf(noted, rule).notUseful + 1;
  const { times, days } = limits.notUseful;
  if (count < times) return answered(withState(noted, rule.id, { notUseful: count }), 'not-useful', { days });
  return answered(withState(noted, rule.id, { notUseful: 0, offUntil: plusDays(today, days) }), 'off', { days });
}

const stateOf = (member: Member, { id }: NudgeRule): NudgeState => member.nudges[id] ?? NEVER_SAID;

function fewer(
  { nudges: { rules, limits } }: Coaching,
  member: Member,
  { found: { rule, key }, today }: Omit<Pressed, 'limits'>,
): Decision {
  if (stateOf(member, rule).fewerOn === today) return again(member);
  const { days, perWeek } = limits.fewer;
  const put = withState(member, key, { againOn: null });
  const after = withState(put, rule.id, { fewerOn: today, offUntil: plusDays(today, days) });
  const turnedDown = rules.filter(({ id, to }) => {
    const on = after.nudges[id]?.fewerOn ?? null;
    return to === rule.to && on !== null && on > plusDays(today, -days);
  });
  return turnedDown.length >= limits.fewer.rules
    ? answered(after, 'fewer-of-all', { days, perWeek })
    : answered(after, 'fewer', { days });
}
