import { describe, expect, it } from 'vitest';

import { ACCESS, ACTOR_ROLES, actorOf, may, type Deed, type Role } from '../../src/coaching/access.ts';
import { Account } from '../../src/coaching/account.ts';
import { DAILY, ONBOARDING } from '../../src/coaching/flow-ids.ts';
import { isPanel, type Typed } from '../../src/coaching/panel.ts';
import { newPosition } from '../../src/coaching/position.ts';
import { createStage } from '../support/stage.ts';

const ID = 'T1:a';
/** Who tries: each is one thing and nothing else. */
const WHO: Readonly<Record<Role | 'other-operator' | 'other-manager' | 'other-workspace', string>> = {
  operator: 'T1:UOP',
  manager: 'T1:UMAN',
  admin: 'T1:UADMIN',
  person: 'T1:UPERSON',
  guest: 'T1:UGUEST',
  outsider: 'T1:USTRANGER',
  'other-operator': 'T1:UOP2',
  'other-manager': 'T1:UMAN2',
  'other-workspace': 'T2:UOP',
};
/** Stands in what only those who may see the account see. */
const MARK = 'lapislazuli';

async function company() {
  const kinds = { [WHO.guest]: 'guest', [WHO.outsider]: 'stranger' } as const;
  const stage = await createStage({ name: 'Admin' }, WHO.admin, kinds, [WHO.admin, 'T2:UADMIN']);
  const account = (id: string, name: string, operator: string, manager: string) =>
    stage.accounts.update(id, () => [
      Account.parse({
        v: 1,
        id,
        name,
        platforms: ['weibo'],
        operators: [operator],
        manager,
        asks: [ask(operator)],
        digests: [{ week: '2026-W47', on: '2026-11-23', whole: true }],
      }),
      null,
    ]);
  await account(ID, MARK, WHO.operator, WHO.manager);
  await account('T1:b', 'Another', WHO['other-operator'], WHO['other-manager']);
  await account('T2:a', 'Elsewhere', WHO['other-workspace'], 'T2:UMAN');
  const version = { flow: 1, grade: 'sharp' as const, flags: [], evidence: null, on: '2026-11-02' };
  const answers = { sentence: { value: MARK } };
  await stage.positions.update(ID, () => [
    {
      ...newPosition(ID),
      elements: {
        purpose: {
          confirmedOn: null,
          versions: [{ id: 'v1', by: WHO.operator, sharedOn: '2026-11-03', answers, ...version }],
        },
      },
    },
    null,
  ]);
  for (const [id, known] of [
    [WHO.operator, { account: ID, manager: WHO.manager, welcomedOn: '2026-11-02' }],
    [WHO['other-operator'], { account: 'T1:b', welcomedOn: '2026-11-02' }],
    [WHO['other-workspace'], { account: 'T2:a', welcomedOn: '2026-11-02' }],
    [WHO.manager, { manages: [ID], greetedOn: '2026-11-02' }],
    [WHO['other-manager'], { manages: ['T1:b'], greetedOn: '2026-11-02' }],
  ] as const) {
    await stage.coach.hear(id, { kind: 'text', text: 'help' }, stage.cause(`met-${id}`));
    await stage.members.update(id, (member) => ({
      member: member && { ...member, ...known, manages: [...('manages' in known ? known.manages : [])] },
      result: null,
    }));
  }
  await stage.coach.idle();
  stage.heard.length = 0;
  let count = 0;
  const cause = () => stage.cause(`try-${++count}`);
  return { ...stage, cause };
}
type Company = Awaited<ReturnType<typeof company>>;

const ask = (operator: string) => ({
  id: 'q1',
  operator,
  text: `Who approves ${MARK}?`,
  a: 'x',
  b: 'y',
  prefers: null,
  waiting: null,
  dueOn: null,
  askedOn: '2026-11-20',
  answer: null,
});

const pressed =
  (
    name: Parameters<Company['coach']['press']>[1]['name'],
    subject: string,
    changed: (stage: Company) => Promise<boolean>,
  ) =>
  async (stage: Company, id: string): Promise<boolean> => {
    await stage.coach.press(id, { name, subject }, stage.cause());
    await stage.coach.idle();
    return changed(stage);
  };
const heardMark = async ({ heard }: Company): Promise<boolean> => JSON.stringify(heard).includes(MARK);
const panel =
  (name: 'setup' | 'settings' | 'account' | 'workspace' | 'questions' | 'import', subject: string, typed: Typed) =>
  async ({ coach, cause, later }: Company, id: string): Promise<boolean> => {
    const { shown } = await coach.panel(id, { name, subject }, later(0));
    const sent = await coach.submitPanel(id, { name, subject, typed }, cause());
    // Seen and sent are one right.
    expect(isPanel(shown)).toBe(sent.kind !== 'old');
    return sent.kind !== 'old';
  };
const said = (parts: unknown): string => JSON.stringify(parts);

/** How each deed is tried on the account of `ID`; true when it was done or seen. */
const TRIED: Readonly<Record<Deed, (stage: Company, id: string) => Promise<boolean>>> = {
  'check-in': async ({ coach, members, cause }, id) => {
    await coach.checkIn(id, cause());
    const member = await members.read(id);
    return member?.session?.flow === DAILY && member.account === ID;
  },
  begin: async ({ coach, members, cause }, id) => {
    await coach.press(id, { name: 'begin', subject: ONBOARDING }, cause());
    return (await members.read(id))?.session?.flow === ONBOARDING;
  },
  'own-settings': panel('settings', '', { week: [] }),
  'own-data': async ({ coach, cause }, id) => !said(await coach.export(id, 'mine', cause())).includes('coach.outsider'),
  help: async ({ coach, cause }, id) => !said(await coach.week(id, cause())).includes('coach.outsider'),
  'see-account': async ({ coach, later }, id) =>
    said(
      (await coach.home(id, later(0))).home.managed.concat(
        (await coach.home(id, later(0))).home.positions.map(({ heading }) => heading),
      ),
    ).includes(MARK),
  'change-position': pressed('exercise', `${ID}|audience`, async ({ members }) => {
    const all = await Promise.all(Object.values(WHO).map((id) => members.read(id)));
    return all.some((member) => member?.session?.flow === 'positioning-audience');
  }),
  'see-position': pressed('show-position', ID, heardMark),
  align: pressed('align', ID, async ({ heard }) => heard.length > 0 && !said(heard).includes('old-button')),
  'enter-numbers': async ({ coach, cause }, id) =>
    (await coach.submitNumbers(id, { account: ID, typed: {} }, cause())).kind !== 'old',
  'prepare-week': pressed('preview-week', `${ID}|2026-W48`, async ({ heard }) => said(heard).includes('week.preview')),
  'see-level': async ({ coach, members, later }, id) => {
    const { parts } = await coach.level(id, later(0));
    return (await members.read(id))?.account === ID && !/maturity\.operators|nobody-yet/.test(said(parts));
  },
  answer: pressed(
    'ask-a',
    `${ID}|q1`,
    async ({ accounts }) => (await accounts.read(ID))?.asks[0]?.answer?.choice === 'a',
  ),
  'account-settings': panel('account', ID, {}),
  'account-questions': async ({ coach, later }, id) =>
    isPanel((await coach.panel(id, { name: 'questions', subject: ID }, later(0))).shown),
  'account-people': panel('setup', ID, {}),
  'name-manager': async ({ coach, later }, id) => {
    const { shown } = await coach.panel(id, { name: 'account', subject: ID }, later(0));
    return isPanel(shown) && shown.fields.some(({ address }) => address === 'manager');
  },
  'set-up': panel('setup', '', {}),
  'workspace-settings': panel('workspace', '', {}),
  'see-undelivered': async ({ coach, later }, id) => (await coach.home(id, later(0))).home.undelivered !== null,
  'see-audit': async ({ coach, cause }, id) => !said((await coach.audit(id, cause())).parts).includes('not-yours'),
  'export-company': async ({ coach, cause }, id) =>
    !said((await coach.export(id, 'company', cause())).parts).includes('not-yours'),
};
const DEEDS = Object.keys(ACCESS).filter((name): name is Deed => Object.hasOwn(ACCESS, name));
/** What is about the workspace is theirs to do in their own: with regard to this account they are outsiders. */
const OF_THE_WORKSPACE: ReadonlySet<Deed> = new Set(['begin', 'own-settings', 'own-data', 'help']);

describe.each(DEEDS)('%s', (deed) => {
  it.each(ACTOR_ROLES)('by an %s is as the table says', async (role) => {
    const stage = await company();
    const allowed: readonly Role[] = ACCESS[deed];
    expect(await TRIED[deed](stage, WHO[role])).toBe(allowed.includes(role));
  });

  it.each(['other-operator', 'other-manager', 'other-workspace'] as const)(
    'of this account by an %s is refused',
    async (who) => {
      if (OF_THE_WORKSPACE.has(deed)) return;
      const stage = await company();
      const before = await stage.accounts.read(ID);
      expect(await TRIED[deed](stage, WHO[who])).toBe(false);
      expect(said(stage.heard)).not.toContain(MARK);
      expect(await stage.accounts.read(ID)).toEqual(before);
    },
  );
});

describe('who somebody is', () => {
  const profile = { name: 'x', locale: 'en', zone: 'Etc/UTC', kind: 'person' } as const;
  const workspace = { admins: ['T1:UNAMED'] };

  it('is said by the workspace: its admins, and whom these named', () => {
    expect(actorOf('T1:U', { ...profile, isAdmin: true }, workspace).isAdmin).toBe(true);
    expect(actorOf('T1:UNAMED', profile, workspace).isAdmin).toBe(true);
    expect(actorOf('T1:U', profile, workspace).isAdmin).toBe(false);
    for (const kind of ['guest', 'stranger', 'bot', 'gone'] as const) {
      expect(actorOf('T1:UNAMED', { ...profile, kind, isAdmin: true }, workspace).isAdmin).toBe(false);
    }
  });

  it('counts for nothing with an account of another workspace', () => {
    const account = Account.parse({ v: 1, id: ID, name: 'x', platforms: [], operators: ['T2:U'], manager: 'T2:U' });
    const actor = actorOf('T2:U', { ...profile, isAdmin: true }, { admins: [] });
    expect(DEEDS.filter((deed) => may(actor, deed, account))).toEqual([]);
  });
});
