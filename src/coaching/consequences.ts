import { changed } from './account-change.ts';
import { toldAgain, type Account } from './account.ts';
import type { Consequence } from './consequence.ts';
import type { Moment } from './decision.ts';
import type { News } from './news.ts';
import type { Accounts } from './ports.ts';

/** Carries out what a post brings with it. Done again after a crash, it changes nothing more. */
export type CarryOut = (consequences: readonly Consequence[], moment: Moment) => Promise<void>;

type World = {
  readonly accounts: Accounts;
  /** Takes the news into the other member's record and tells them, once for each id. */
  readonly tell: (member: string, news: News, moment: Moment) => Promise<void>;
};

export function createConsequences({ accounts, tell }: World): CarryOut {
  const tellOf = (member: string, news: News, { id, at }: Moment): Promise<void> =>
    tell(member, news, { id: `${id}>${news.kind}`, at });

  const one = async (consequence: Exclude<Consequence, Changing>, moment: Moment): Promise<void> => {
    if (consequence.kind === 'tell') return tellOf(consequence.member, consequence.news, moment);
    const { account: told } = consequence;
    const { before, after } = await accounts.update(told.id, (known) => withBoth(known, toldAgain(known, told)));
    if (before !== null && before !== after.manager) {
      await tellOf(before, { kind: 'relieved', account: after.id }, moment);
    }
    if (after.manager !== null) {
      await tellOf(after.manager, { kind: 'appointed', account: after.id, name: after.name }, moment);
    }
  };

  return async (all, moment) => {
    for (const group of grouped(all)) {
      const [first] = group;
      if (first?.kind !== 'change') {
        if (first) await one(first, moment);
        continue;
      }
      const changes = group.flatMap((each) => (each.kind === 'change' ? [each.change] : []));
      // An account that is gone, or not yet known, has nothing that could change.
      await accounts.update(first.account, (known) => [known && changes.reduce(changed, known), null]);
    }
  };
}

type Changing = Extract<Consequence, { kind: 'change' }>;

/** Changes of one account that follow each other are one write; everything else is by itself. In order. */
function grouped(all: readonly Consequence[]): Consequence[][] {
  const groups: Consequence[][] = [];
  for (const one of all) {
    const last = groups.at(-1)?.[0];
    const isMore = one.kind === 'change' && last?.kind === 'change' && last.account === one.account;
    if (isMore) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

type Both = { readonly before: string | null; readonly after: Account };
const withBoth = (known: Account | null, after: Account): readonly [Account, Both] => [
  after,
  { before: known?.manager ?? null, after },
];
