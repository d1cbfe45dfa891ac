import { NO_HOUSE } from './house.ts';
import type { Member } from './member.ts';
import type { Profile } from './ports.ts';

/** When an operator has not said: late enough to look back, early enough to be read before leaving. */
const CHECK_IN_AT = '16:30';

/** What somebody is to us, by what the workspace says of them. */
export const kindOf = ({ kind }: Pick<Profile, 'kind'>): Member['kind'] =>
  kind === 'person' || kind === 'guest' ? kind : 'outsider';

/** A person we have just met: nothing asked, nothing said. */
export const newMember = (id: string, profile: Profile): Member => ({
  v: 1,
  id,
  name: profile.name,
  kind: kindOf(profile),
  locale: profile.locale,
  localeChosen: false,
  zone: profile.zone,
  inbox: null,
  greetedOn: null,
  welcomedOn: null,
  checkInAt: CHECK_IN_AT,
  account: null,
  manager: null,
  session: null,
  heardAt: null,
  parked: [],
  done: null,
  seen: [],
  outbox: [],
  asked: null,
  asking: null,
  saidBeside: [],
  recent: [],
  plan: null,
  blockers: [],
  actions: {},
  lightUntil: null,
  calendar: { country: null, week: null, off: [] },
  // Whoever begins to run an account, or to answer for one, is told what holds here.
  house: NO_HOUSE,
  away: null,
  paused: null,
  occurred: {},
  askAgainAt: null,
  dueAt: null,
  manages: [],
  nudges: {},
  suggestions: 'usual',
  missed: null,
  fromManager: [],
  week: null,
  position: null,
  maturity: null,
  alignment: {},
  unreachable: null,
});
