import { localDate, plusDays } from '../calendar/local-date.ts';
import { expire, resume, start } from '../flow/engine.ts';
import type { Session } from '../flow/session.ts';
import { checkInFacts } from './check-in-facts.ts';
import { RECENT_KEPT } from './check-in.ts';
import { keepTurn } from './conversation.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { DAILY } from './flow-ids.ts';
import { PARKED_KEPT } from './keep-place.ts';
import type { CheckIn, Member } from './member.ts';
import { oldButton, type PressRule } from './press-account.ts';
import { backAside } from './rhythm.ts';

/** Further back nobody remembers well enough for it to be worth asking. */
const FILL_IN_DAYS = 10;

/** Yesterday's check-in given after all, or left; back from a pause. `rest`: the date. */
export const pressRhythm: PressRule = (coaching, member, { name, rest: [date = ''] }, moment) => {
  if (name === 'back') {
    const { member: after, result } = backAside(member, moment);
    return { member: after, parts: result };
  }
  const today = localDate(moment.at, member.zone);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date);
  if (!isDate || date >= today || date < plusDays(today, -FILL_IN_DAYS)) return oldButton(member);
  const open = [member.session, ...member.parked].find((session) => isOf(session, date)) ?? null;
  if (open === null && member.recent.some((day) => day.date === date)) return said(member, 'coach.fill-in-given');
  return name === 'fill-in'
    ? fillIn(coaching, member, { date, open }, moment)
    : skipDay(coaching, member, { date, open }, moment);
};

type Day = { readonly date: string; readonly open: Session | null };

const isOf = (session: Session | null, date: string): boolean =>
  session?.flow === DAILY && session.facts['today'] === date;

const said = (member: Member, key: string): Decision => ({ member, parts: [{ kind: 'text', text: { key } }] });

/** The check-in of an earlier day, from where it was left or from its beginning. What else is open waits. */
function fillIn(coaching: Coaching, member: Member, { date, open }: Day, moment: Moment): Decision {
  const others = [...member.parked, ...(member.session ? [member.session] : [])].filter(({ id }) => id !== open?.id);
  const free = { ...member, session: null, parked: others.slice(-PARKED_KEPT) };
  if (open) return keepTurn(coaching, free, resume(coaching.world, open), moment);
  const id = `${DAILY}@${moment.id}`.slice(0, 90);
  return keepTurn(
    coaching,
    free,
    start(coaching.world, DAILY, { id, facts: checkInFacts(coaching, member, date) }),
    moment,
  );
}

/** A day that was left counts as one without work for the account. What a person gave of it is kept all the same. */
function skipDay(coaching: Coaching, member: Member, { date, open }: Day, moment: Moment): Decision {
  const parked = member.parked.filter(({ id }) => id !== open?.id);
  const session = member.session?.id === open?.id ? null : member.session;
  const free = { ...member, session, parked };
  if (open && Object.keys(open.answers).length > 0) {
    const closed = keepTurn(coaching, { ...free, session: null }, expire(coaching.world, open), moment);
    return { ...closed, member: { ...closed.member, session } };
  }
  const recent = [...member.recent, leftDay(date)].sort((a, b) => a.date.localeCompare(b.date)).slice(-RECENT_KEPT);
  const decision = said({ ...free, recent }, 'coach.day-left');
  return { ...decision, checkIn: leftCheckIn(member, date, moment.at) };
}

const leftDay = (date: string): Member['recent'][number] => ({
  date,
  activities: ['nothing'],
  plan: null,
  blocker: null,
  number: false,
  learned: false,
  energy: null,
  items: [],
  light: false,
});

const leftCheckIn = ({ locale }: Member, date: string, at: Date): CheckIn => ({
  v: 1,
  kind: 'check-in',
  date,
  flow: DAILY,
  version: 0,
  status: 'excused',
  submittedAt: at.toISOString(),
  locale,
  late: true,
  answers: {},
});
