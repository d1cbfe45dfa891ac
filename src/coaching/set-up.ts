import { z } from 'zod';

import { Account } from './account.ts';
import { Locale } from './member-locale.ts';
import type { News } from './news.ts';

/** An account as an admin set it up. */
export const SetUp = Account.pick({ id: true, name: true, platforms: true, operators: true, manager: true }).extend({
  /** The member who did. */
  by: z.string(),
  on: z.iso.date(),
  /** `HH:MM` for its operators, each in their own zone; null: as it is. */
  checkInAt: z.string().nullable(),
  /** The language in which its people are spoken to; null: that of their Slack. */
  locale: Locale.nullable(),
  /** Who ran it or answered for it until then: they hear of it if they do not any more. */
  before: z.strictObject({ operators: z.array(z.string()), manager: z.string().nullable() }),
});
export type SetUp = z.infer<typeof SetUp>;

/** The account once it was set up, for the first time or again. What its people made of it stays. */
export function setUp(known: Account | null, told: SetUp): Account {
  const { id, name, platforms, operators, manager, on } = told;
  return known === null
    ? Account.parse({ v: 1, id, name, platforms, operators, manager, since: on })
    : { ...known, name, platforms, operators, manager };
}

/** What those who run it, and those who do not any more, hear of it. */
export function setUpNews(told: SetUp): readonly { readonly member: string; readonly news: News }[] {
  const { id: account, name, operators, manager, checkInAt, locale, by, before } = told;
  const gone = before.operators.filter((member) => !operators.includes(member));
  return [
    ...gone.map((member) => ({ member, news: { kind: 'released', account, name } as const })),
    ...operators.map((member) => ({
      member,
      news: { kind: 'entrusted', account, name, manager, checkInAt, locale, by } as const,
    })),
  ];
}
