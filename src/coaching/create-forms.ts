import { formQuestions, withDraft } from '../flow/engine.ts';
import type { Coach } from './coach.ts';
import type { Coaching } from './decision.ts';
import { newMember } from './new-member.ts';
import { numbersForm } from './numbers-form.ts';
import { submitNumbers } from './numbers-submit.ts';
import { withPeopleIn } from './people.ts';
import type { Accounts, Directory, Members } from './ports.ts';
import { submit } from './submit.ts';
import type { createTake } from './take.ts';

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly directory: Directory;
  readonly take: ReturnType<typeof createTake>;
};

type Forms = Pick<Coach, 'form' | 'submit' | 'keepDraft' | 'numbersForm' | 'submitNumbers'>;

/** The verbs of the forms: of the open conversation, and of numbers. */
export function createForms({ coaching, members, accounts, directory, take }: World): Forms {
  const keepDraft: Coach['keepDraft'] = async (id, session, typed) => {
    await members.update(id, (member) => {
      if (member?.session?.id !== session) return { member, result: null };
      return { member: { ...member, session: withDraft(member.session, typed) }, result: null };
    });
  };

  return {
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
    async numbersForm(id, { account, typed = {} }, at) {
      const member = (await members.read(id)) ?? newMember(id, await directory.profile(id));
      return numbersForm(member, { accounts: await accounts.of(id), asked: account, typed, at });
    },
    async submitNumbers(id, sent, cause) {
      const theirAccounts = await accounts.of(id);
      const { member, result } = await take(id, cause, (before) =>
        submitNumbers(before, { ...sent, accounts: theirAccounts, cause }),
      );
      // Sent twice it was taken the first time; of an outsider nothing is.
      const unheard =
        member.kind === 'outsider'
          ? ({ kind: 'old', text: { key: 'coach.outsider' } } as const)
          : ({ kind: 'taken' } as const);
      return { ...(result ?? unheard), locale: member.locale };
    },
  };
}
