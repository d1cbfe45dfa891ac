import { actorOf, may, teamOf, type Deed } from './access.ts';
import { auditLines } from './audit-table.ts';
import type { Entry } from './audit.ts';
import type { Cause, Coach } from './coach.ts';
import type { createForgetting } from './create-forgetting.ts';
import type { Member } from './member.ts';
import { newMember } from './new-member.ts';
import type { Accounts, Audit, Directory, Members, Workspaces } from './ports.ts';
import type { Filed, Part } from './post.ts';
import { privacyParts } from './privacy-aside.ts';
import type { createTake } from './take.ts';

type World = {
  readonly members: Members;
  readonly accounts: Accounts;
  readonly workspaces: Workspaces;
  readonly directory: Directory;
  readonly audit: Audit;
  readonly take: ReturnType<typeof createTake>;
  readonly forgetting: ReturnType<typeof createForgetting>;
};

type DataAsides = Pick<Coach, 'privacy' | 'export' | 'audit' | 'askToForget' | 'forget'>;

const SHOWN = 20;
const text = (key: string, values = {}): Part => ({ kind: 'text', text: { key, values } });

const FILES = {
  mine: [
    { name: 'my-check-ins.csv', of: 'mine-table', title: { key: 'export.file.mine-table' } },
    { name: 'my-data.json', of: 'mine', title: { key: 'export.file.mine' } },
  ],
  company: [
    { name: 'accounts.csv', of: 'company-table', title: { key: 'export.file.company-table' } },
    { name: 'accounts.json', of: 'company', title: { key: 'export.file.company' } },
  ],
} as const satisfies Readonly<Record<string, readonly Omit<Filed, 'account'>[]>>;

/** The verbs about what is kept: who sees it, taking it along, having it deleted, who changed what. */
export function createDataAsides(world: World): DataAsides {
  const { members, accounts, workspaces, directory, audit, take, forgetting } = world;

  const look = async (id: string): Promise<{ readonly member: Member; readonly mayDo: (deed: Deed) => boolean }> => {
    const [profile, workspace, known] = await Promise.all([
      directory.profile(id),
      workspaces.read(teamOf(id)),
      members.read(id),
    ]);
    const actor = actorOf(id, profile, workspace);
    return { member: known ?? newMember(id, profile), mayDo: (deed) => may(actor, deed, null) };
  };
  const note = (id: string, did: Entry['did'], at: Date, about: string | null = null): Promise<void> =>
    audit.note(teamOf(id), { at: at.toISOString(), by: id, did, about });

  const handOver = async (id: string, which: keyof typeof FILES, cause: Cause) => {
    const parts: Part[] = [
      text(`export.${which}`),
      ...FILES[which].map((file): Part => ({ kind: 'file', file: { ...file, account: '' } })),
    ];
    const { member, result } = await take(id, cause, (known) => ({ member: { ...known }, parts, result: true }));
    if (member.kind === 'outsider') return { locale: member.locale, parts: [text('coach.outsider')] };
    if (result !== null) await note(id, which === 'mine' ? 'data-exported' : 'company-exported', cause.at);
    return { locale: member.locale, parts: [text('export.in-direct-message')] };
  };

  return {
    async privacy(id, at) {
      const { member, mayDo } = await look(id);
      const known = { accounts: await accounts.of(id), isAdmin: mayDo('see-audit'), at };
      return { locale: member.locale, parts: privacyParts(member, known) };
    },
    async export(id, which, cause) {
      if (which === 'mine') return handOver(id, which, cause);
      const { member, mayDo } = await look(id);
      return mayDo('export-company')
        ? handOver(id, which, cause)
        : { locale: member.locale, parts: [text('panel.not-yours')] };
    },
    async audit(id, cause) {
      const { member, mayDo } = await look(id);
      const { locale } = member;
      if (!mayDo('see-audit')) return { locale, parts: [text('panel.not-yours')] };
      const team = teamOf(id);
      const entries = await audit.read(team, SHOWN);
      await note(id, 'audit-seen', cause.at);
      if (entries.length === 0) return { locale, parts: [text('audit.none')] };
      const file: Filed = { name: 'changes.csv', of: 'audit', title: { key: 'export.file.audit' }, account: '' };
      await take(id, cause, (known) => ({ member: { ...known }, parts: [{ kind: 'file', file }], result: true }));
      const lines = auditLines(entries, await accounts.in(team), member.zone);
      const block: Part = {
        kind: 'block',
        heading: { key: 'audit.heading' },
        lines,
        small: [{ key: 'audit.file' }],
        presses: [],
      };
      return { locale, parts: [block] };
    },
    async askToForget(id) {
      const { member } = await look(id);
      const theirs = await accounts.of(id);
      const alone = theirs.filter(
        ({ operators, manager }) => operators.every((one) => one === id) && (manager === null || manager === id),
      );
      return {
        locale: member.locale,
        parts: [
          {
            kind: 'block',
            heading: { key: 'forget.heading' },
            lines: [
              { key: 'forget.goes' },
              ...(alone.length > 0
                ? [
                    {
                      key: 'forget.accounts',
                      values: { names: alone.map(({ name }) => ({ key: 'coach.account-name', values: { name } })) },
                    },
                  ]
                : []),
              ...(theirs.length > alone.length ? [{ key: 'forget.stays' }] : []),
              { key: 'forget.slack' },
            ],
            small: [{ key: 'forget.export-first' }],
            presses: [
              { name: 'forget', subject: '', text: { key: 'forget.press' }, confirm: { key: 'forget.confirm' } },
            ],
          },
        ],
      };
    },
    async forget(id, cause) {
      const locale = (await members.read(id))?.locale ?? (await directory.profile(id)).locale;
      const { records, accounts: gone } = await forgetting(id, cause);
      await audit.note(teamOf(id), { at: cause.at.toISOString(), by: 'bearings', did: 'data-deleted', about: null });
      return {
        locale,
        parts: [
          text(records === 0 ? 'forget.nothing' : 'forget.done', {
            records,
            accounts: gone.length,
          }),
        ],
      };
    },
  };
}
