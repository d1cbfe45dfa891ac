import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import { Account, type Item, type Snapshot } from '../../src/coaching/account.ts';
import type { Member, RecentCheckIn } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { TODAY } from './nudging.ts';

export const DAY = { today: TODAY, calendar: MONDAY_TO_FRIDAY };
export const ME = 'T1:U1';
export const BOSS = 'T1:U2';
export const ID = 'T1:account-of-U1';

export const member = (given: Partial<Member> = {}): Member => ({
  ...newMember(ME, { name: 'Operator', locale: 'en', zone: 'Europe/Berlin', kind: 'person' }),
  welcomedOn: '2026-11-16',
  account: ID,
  manager: BOSS,
  ...given,
});
export const account = (given: Partial<Account> = {}): Account => ({
  ...Account.parse({ v: 1, id: ID, name: 'Fewer Breakdowns', platforms: [], operators: [ME], manager: BOSS }),
  ...given,
});
export const item = (date: string, given: Partial<Item> = {}): Item => ({
  id: `${date}-U1-0`,
  operator: ME,
  date,
  title: `The piece of ${date}`,
  intent: 'value',
  pillar: '',
  slot: null,
  requestedBy: 'operator',
  topic: null,
  ...given,
});
export const snapshot = (given: Partial<Snapshot>): Snapshot => ({
  subject: 'account',
  name: 'unfollows',
  value: 1,
  on: TODAY,
  age: null,
  source: 'form',
  ...given,
});
export const checkIn = (date: string, given: Partial<RecentCheckIn> = {}): RecentCheckIn => ({
  date,
  activities: ['write'],
  plan: 'sharp',
  blocker: null,
  number: true,
  learned: true,
  energy: null,
  items: [],
  light: false,
  ...given,
});
