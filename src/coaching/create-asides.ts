import { localDate, plusDays } from '../calendar/local-date.ts';
import { actorOf, teamOf } from './access.ts';
import { checkInAside, todayAside } from './asides.ts';
import type { Held } from './canvas-press.ts';
import type { Coach } from './coach.ts';
import type { Coaching } from './decision.ts';
import type { createHeld } from './held.ts';
import { helpParts, hereAs, unknownWord } from './help.ts';
import { maturityAside } from './maturity-aside.ts';
import type { Member } from './member.ts';
import { newMember } from './new-member.ts';
import type { Accounts, Directory, History, Members, Workspaces } from './ports.ts';
import { positionAside } from './position-aside.ts';
import { positionWithPending } from './position-pending.ts';
import { positionAskedIn } from './position-words.ts';
import type { Part } from './post.ts';
import { rhythmAside } from './rhythm-aside.ts';
import type { createTake } from './take.ts';
import { weekAside } from './week-aside.ts';
import { whyParts } from './why.ts';

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly workspaces: Workspaces;
  readonly history: History;
  readonly directory: Directory;
  readonly heldBy: ReturnType<typeof createHeld>['heldBy'];
  readonly take: ReturnType<typeof createTake>;
  readonly localeOf: Coach['localeOf'];
};

type Asides = Pick<Coach, 'checkIn' | 'today' | 'week' | 'level' | 'why' | 'rhythm' | 'positioning' | 'help'>;

/** What the member changed a moment ago is in it already. */
const withPending = (held: Held, member: Member): Held => ({
  ...held,
  position: positionWithPending(held.account.id, held.position, member),
});

/** Of a command that was taken before nothing is left to say; an outsider is told that it was not taken at all. */
const unheard = ({ kind }: Member): readonly Part[] =>
  kind === 'outsider' ? [{ kind: 'text', text: { key: 'coach.outsider' } }] : [];

/** Twenty working days with the longest holiday among them. */
const DAYS_LOOKED_AT = 45;

/** The verbs that answer a command: at once, and only to whoever gave it. */
export function createAsides(world: World): Asides {
  const { coaching, members, accounts, workspaces, history, directory, heldBy, take, localeOf } = world;
  return {
    async checkIn(id, cause) {
      const { member, result } = await take(id, cause, (member) => checkInAside(coaching, member, cause));
      return { locale: member.locale, parts: result ?? unheard(member) };
    },
    async today(id, cause) {
      const { member, result } = await take(id, cause, (member) => todayAside(coaching, member, cause));
      return { locale: member.locale, parts: result ?? unheard(member) };
    },
    async week(id, cause) {
      const day = localDate(cause.at, 'UTC');
      const known = {
        accounts: await accounts.of(id),
        // And a day ahead of UTC: whatever their zone, today is among them.
        checkIns: await history.checkIns(id, plusDays(day, -DAYS_LOOKED_AT), plusDays(day, 1)),
      };
      const { member, result } = await take(id, cause, (member) => weekAside(coaching, member, known, cause));
      return { locale: member.locale, parts: result ?? unheard(member) };
    },
    async level(id, at) {
      const member = (await members.read(id)) ?? newMember(id, await directory.profile(id));
      const day = localDate(at, 'UTC');
      const checkIns = await history.checkIns(id, plusDays(day, -DAYS_LOOKED_AT), plusDays(day, 1));
      return {
        locale: member.locale,
        parts: maturityAside(member, { accounts: await accounts.of(id), checkIns }, { at }),
      };
    },
    async why(id, at) {
      const member = (await members.read(id)) ?? newMember(id, await directory.profile(id));
      return { locale: member.locale, parts: whyParts(coaching, member, at) };
    },
    async rhythm(id, asked, cause) {
      const { member, result } = await take(id, cause, (member) => rhythmAside(member, asked, cause));
      return { locale: member.locale, parts: result ?? unheard(member) };
    },
    async positioning(id, words, cause) {
      const asked = positionAskedIn(words);
      const held = await heldBy(id, { named: asked.kind === 'show' });
      const { member, result } = await take(id, cause, (member) =>
        positionAside(coaching, member, { asked, held: held.map((one) => withPending(one, member)) }, cause),
      );
      return { locale: member.locale, parts: result ?? unheard(member) };
    },
    async help(id, word) {
      if (word !== undefined) {
        return { locale: await localeOf(id), parts: [{ kind: 'text', text: unknownWord(word) }] };
      }
      const [profile, workspace, known] = await Promise.all([
        directory.profile(id),
        workspaces.read(teamOf(id)),
        members.read(id),
      ]);
      const member = known ?? newMember(id, profile);
      return { locale: member.locale, parts: helpParts(hereAs(member, actorOf(id, profile, workspace).isAdmin)) };
    },
  };
}
