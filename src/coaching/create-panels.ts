import type { Text } from '../flow/text.ts';
import { actorOf, may, teamOf } from './access.ts';
import type { Entry } from './audit.ts';
import type { Coach } from './coach.ts';
import type { Coaching } from './decision.ts';
import { newMember } from './new-member.ts';
import type { PanelName } from './panel-name.ts';
import { peopleTyped } from './panel-typed.ts';
import type { Seen, Typed } from './panel.ts';
import { PANELS } from './panels.ts';
import type { Accounts, Directory, Members, Profile, Workspaces } from './ports.ts';
import { fromSubject } from './subject.ts';
import type { createTake } from './take.ts';

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly workspaces: Workspaces;
  readonly directory: Directory;
  readonly take: ReturnType<typeof createTake>;
  /** Writes into the admins' record of the workspace. */
  readonly note: (team: string, entry: Entry) => Promise<void>;
};

export type PanelAsked = { readonly name: PanelName; readonly subject: string; readonly typed?: Typed };

type Written = {
  readonly found: ReadonlyMap<string, readonly string[]>;
  readonly profiles: ReadonlyMap<string, Profile>;
};
const NOBODY: Written = { found: new Map(), profiles: new Map() };

const NOT_THEIRS: Text = { key: 'panel.not-yours' };
const OLD: Text = { key: 'panel.old' };

/** The verbs of the panels. Who may see one is decided here, each time anew: what a panel carries proves nothing. */
export function createPanels(world: World): Pick<Coach, 'panel' | 'submitPanel'> {
  const { coaching, members, accounts, workspaces, directory, take, note } = world;

  const profilesIn = async (typed: Typed, team: string): Promise<ReadonlyMap<string, Profile>> => {
    const people = Object.keys(typed).flatMap((address) => peopleTyped(typed, address));
    const known = await Promise.allSettled(
      [...new Set(people)]
        .filter((member) => teamOf(member) === team)
        .map(async (member) => [member, await directory.profile(member)] as const),
    );
    return new Map(known.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  };

  /** Who was meant, with what is known of them. */
  const lookUp = async (team: string, names: readonly string[]): Promise<Written> => {
    if (names.length === 0 || !directory.find) return NOBODY;
    const found = await directory.find(team, [...new Set(names)]);
    const members = [...new Set([...found.values()].flat())].map((member) => ({ member }));
    return { found, profiles: await profilesIn({ all: members }, team) };
  };

  const look = async (
    id: string,
    { name, subject, typed = {} }: PanelAsked,
    at: Date,
  ): Promise<{ readonly seen: Seen; readonly isAllowed: boolean }> => {
    const team = teamOf(id);
    const [first = '', ...others] = fromSubject(subject);
    const named = teamOf(first) === team;
    const { deed, isOfAccount, names } = PANELS[name];
    const [profile, workspace, known, theirs, given, profiles] = await Promise.all([
      directory.profile(id),
      workspaces.read(team),
      members.read(id),
      accounts.of(id),
      named ? accounts.read(first) : null,
      profilesIn(typed, team),
    ]);
    const actor = actorOf(id, profile, workspace);
    // Asked for without a name: the one they run, else the first that they answer for.
    const found =
      given ??
      (isOfAccount && subject === '' ? (theirs.find((one) => one.id === known?.account) ?? theirs[0]) : null) ??
      null;
    // Of an account that is gone nothing is done to the workspace in its stead. One's own settings are of no account.
    const isLost = first !== '' && given === null && deed !== 'own-settings';
    const isAllowed = may(actor, deed, found) && (found !== null || !isOfAccount) && !isLost;
    const written = isAllowed ? await lookUp(team, names?.(typed) ?? []) : NOBODY;
    const seen: Seen = {
      actor,
      member: known ?? newMember(id, profile),
      workspace,
      account: isAllowed ? found : null,
      accounts: actor.isAdmin ? await accounts.in(team) : theirs,
      profiles: new Map([...profiles, ...written.profiles]),
      found: written.found,
      rest: named ? others : [first, ...others],
      at,
    };
    return { seen, isAllowed };
  };

  return {
    async panel(id, asked, at) {
      const { seen, isAllowed } = await look(id, asked, at);
      const { locale } = seen.member;
      return {
        locale,
        subject: asked.subject === '' ? (seen.account?.id ?? '') : asked.subject,
        shown: isAllowed ? PANELS[asked.name].open(coaching, seen, asked.typed ?? {}) : NOT_THEIRS,
      };
    },
    async submitPanel(id, asked, cause) {
      const { seen, isAllowed } = await look(id, asked, cause.at);
      const { locale } = seen.member;
      if (!isAllowed) return { kind: 'old', locale, text: OLD };
      const sent = PANELS[asked.name].send(coaching, seen, asked.typed ?? {}, cause);
      if (sent.kind === 'refused') return { ...sent, locale };
      if (sent.kind === 'shown') return { kind: 'shown', locale, panel: sent.panel };
      const { locale: spoken } = sent.asksProfile ? await directory.profile(id) : { locale: null };
      const { member, result } = await take(id, cause, (before) => {
        const decision = sent.decide(before);
        return {
          ...decision,
          member: { ...decision.member, ...(spoken !== null && { locale: spoken }) },
          result: true,
        };
      });
      if (result !== null && sent.audit) {
        await note(teamOf(id), { ...sent.audit, at: cause.at.toISOString(), by: id });
      }
      return { kind: 'taken', locale: member.locale, ...(sent.next && { next: sent.next }) };
    },
  };
}
