import type { Account } from '../../src/coaching/account.ts';
import type { PanelName } from '../../src/coaching/panel-name.ts';
import type { Typed } from '../../src/coaching/panel.ts';
import { createStage } from './stage.ts';

export const ADMIN = 'T1:UADMIN';
export const LI = 'T1:ULI';
export const WANG = 'T1:UWANG';
export const ZHAO = 'T1:UZHAO';
export const people = (...members: string[]) => members.map((member) => ({ member }));
export const FILLED: Typed = {
  name: 'Pumps Weekly',
  platforms: ['wechat_service'],
  operators: people(LI),
  manager: { member: WANG },
  time: '17:00',
  language: 'slack',
  holidays: 'cn',
};

/** A workspace with an admin, and a way to send its panels. */
export async function workspace(kinds: Parameters<typeof createStage>[2] = {}) {
  const stage = await createStage({ name: 'Admin' }, ADMIN, kinds, [ADMIN]);
  let count = 0;
  const send = (member: string, name: PanelName, subject: string) => async (typed: Typed) => {
    const sent = await stage.coach.submitPanel(member, { name, subject, typed }, stage.cause(`sent-${++count}`));
    await stage.coach.idle();
    return sent;
  };
  const saidTo = (id: string): string[] =>
    stage.heard
      .filter(({ member }) => member === id)
      .flatMap(({ post }) => post.parts.flatMap((part) => (part.kind === 'text' ? [part.text.key] : [])));
  const setUp = async (typed: Typed = FILLED): Promise<Account> => {
    await send(ADMIN, 'setup', '')(typed);
    const account = (await stage.accounts.in('T1')).find(({ name }) => name === typed['name']);
    if (!account) throw new Error('the account was not set up');
    return account;
  };
  return { ...stage, send, saidTo, setUp };
}

export const keysOf = (sent: {
  readonly kind: string;
  readonly errors?: Readonly<Record<string, readonly { key: string }[]>>;
}) =>
  Object.fromEntries(Object.entries(sent.errors ?? {}).map(([field, texts]) => [field, texts.map(({ key }) => key)]));
