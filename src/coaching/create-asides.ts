import { localDate, plusDays } from '../calendar/local-date.ts';
import { checkInAside, todayAside } from './asides.ts';
import type { Coach } from './coach.ts';
import type { Coaching } from './decision.ts';
import { helpFor } from './help.ts';
import { newMember } from './new-member.ts';
import type { Accounts, Directory, History, Members } from './ports.ts';
import { rhythmAside } from './rhythm-aside.ts';
import type { createTake } from './take.ts';
import { weekAside } from './week-aside.ts';
import { whyParts } from './why.ts';

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly history: History;
  readonly directory: Directory;
  readonly take: ReturnType<typeof createTake>;
  readonly localeOf: Coach['localeOf'];
};

type Asides = Pick<Coach, 'checkIn' | 'today' | 'week' | 'why' | 'rhythm' | 'help'>;

/** The verbs that answer a command: at once, and only to whoever gave it. */
export function createAsides({ coaching, members, accounts, history, directory, take, localeOf }: World): Asides {
  return {
    async checkIn(id, cause) {
      const { member, result } = await take(id, cause, (member) => checkInAside(coaching, member, cause));
      return { locale: member.locale, parts: result ?? [] };
    },
    async today(id, cause) {
      const { member, result } = await take(id, cause, (member) => todayAside(coaching, member, cause));
      return { locale: member.locale, parts: result ?? [] };
    },
    async week(id, cause) {
      const day = localDate(cause.at, 'UTC');
      const known = {
        accounts: await accounts.of(id),
        // Two weeks back and a day ahead of UTC: whatever their zone, the week is among them.
        checkIns: await history.checkIns(id, plusDays(day, -14), plusDays(day, 1)),
      };
      const { member, result } = await take(id, cause, (member) => weekAside(coaching, member, known, cause));
      return { locale: member.locale, parts: result ?? [] };
    },
    async why(id, at) {
      const member = (await members.read(id)) ?? newMember(id, await directory.profile(id));
      return { locale: member.locale, parts: whyParts(coaching, member, at) };
    },
    async rhythm(id, asked, cause) {
      const { member, result } = await take(id, cause, (member) => rhythmAside(member, asked, cause));
      return { locale: member.locale, parts: result ?? [] };
    },
    async help(id, word) {
      return { locale: await localeOf(id), parts: [{ kind: 'text', text: helpFor(word) }] };
    },
  };
}
