import { localDate } from '../calendar/local-date.ts';
import { formQuestions, withDraft } from '../flow/engine.ts';
import { todayAside, checkInAside } from './asides.ts';
import type { Coach } from './coach.ts';
import type { Coaching, Decision } from './decision.ts';
import { createDelivery } from './delivery.ts';
import { hear } from './hear.ts';
import { helpFor } from './help.ts';
import { homeOf } from './home-of.ts';
import type { Locale } from './member.ts';
import { newMember } from './new-member.ts';
import { withPeople, withPeopleIn } from './people.ts';
import type { Accounts, Directory, Members, Messenger } from './ports.ts';
import { press } from './presses.ts';
import { withProfile } from './profile.ts';
import { submit } from './submit.ts';
import { createTake, type Decided } from './take.ts';
import { welcome } from './welcome.ts';

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly directory: Directory;
  readonly messenger: Messenger;
  /** Told of what could not be said; it is tried again later. */
  readonly onFailure: (error: unknown, member: string) => void;
};

/** The coach: every verb changes one record, keeps it, and then speaks. */
export function createCoach({ coaching, members, accounts, directory, messenger, onFailure }: World): Coach {
  const delivery = createDelivery({ members, accounts, messenger, onFailure });
  const take = createTake({ members, directory, delivery });

  const localeOf = async (id: string): Promise<Locale> =>
    (await members.read(id))?.locale ?? (await directory.profile(id)).locale;

  const keepDraft: Coach['keepDraft'] = async (id, session, typed) => {
    await members.update(id, (member) => {
      if (member?.session?.id !== session) return { member, result: null };
      return { member: { ...member, session: withDraft(member.session, typed) }, result: null };
    });
  };

  return {
    async hear(id, input, cause) {
      const heard = await withPeople(directory, input);
      await take(id, cause, (member) => quiet(hear(coaching, member, heard, cause)));
    },
    async press(id, pressed, cause) {
      await take(id, cause, (member) => quiet(press(coaching, member, pressed, cause)));
    },
    async checkIn(id, cause) {
      const { member, result } = await take(id, cause, (member) => checkInAside(coaching, member, cause));
      return { locale: member.locale, parts: result ?? [] };
    },
    async today(id, cause) {
      const { member, result } = await take(id, cause, (member) => todayAside(coaching, member, cause));
      return { locale: member.locale, parts: result ?? [] };
    },
    async help(id, word) {
      return { locale: await localeOf(id), parts: [{ kind: 'text', text: helpFor(word) }] };
    },
    async welcome(id, cause) {
      const managed = (await accounts.of(id)).filter(({ manager }) => manager === id);
      await take(id, cause, (member) => quiet(welcome(member, managed, localDate(cause.at, member.zone))));
    },
    async home(id, at) {
      const member = (await members.read(id)) ?? newMember(id, await directory.profile(id));
      return { locale: member.locale, home: homeOf(coaching, { member, accounts: await accounts.of(id), at }) };
    },
    async form(id, session, typed) {
      const member = await members.read(id);
      const open = member?.session;
      if (!member || open?.id !== session || !coaching.world.flows.has(open.flow)) return null;
      return {
        locale: member.locale,
        session,
        title: { key: `${open.flow}.title` },
        questions: formQuestions(coaching.world, open, typed),
      };
    },
    async submit(id, session, typed, cause) {
      const values = await withPeopleIn(directory, typed);
      const { member, result } = await take(id, cause, (member) =>
        submit(coaching, member, { session, typed: values, cause }),
      );
      if (result?.kind === 'refused') await keepDraft(id, session, typed);
      return result === null ? { kind: 'taken' } : { ...result, locale: member.locale };
    },
    keepDraft,
    async noteProfile(id, profileOf) {
      if (!(await members.read(id))) return;
      const profile = await profileOf();
      await members.update(id, (member) => ({ member: member && withProfile(member, profile), result: null }));
    },
    localeOf,
    recover: (now) => delivery.recover(now),
    idle: () => delivery.idle(),
  };
}

const quiet = (decision: Decision): Decided<true> => ({ ...decision, result: true });
