import { coachingOf } from '../../src/coaching-of.ts';
import { Account } from '../../src/coaching/account.ts';
import type { CheckIn, Locale, Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { Part, Press } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import type { Text } from '../../src/flow/text.ts';
import { plainLines } from '../../src/plain-post.ts';

/** A week of one account, for the tests of what is said at its end. Friday is November 20, the digest November 23. */
export const OPERATOR = 'T1:U1';
export const MANAGER = 'T1:U2';
export const WEEK = '2026-W47';
export const coaching = coachingOf(await readContent(new URL('../../', import.meta.url)));

export const sayIn =
  (locale: Locale) =>
  (text: Text): string =>
    coaching.translate(locale, text);

export const linesIn = (locale: Locale, parts: readonly Part[]): string[] =>
  plainLines(coaching.translate, locale, parts);

export const pressesIn = (parts: readonly Part[]): readonly Press[] =>
  parts.flatMap((part) => (part.kind === 'block' || part.kind === 'presses' ? part.presses : []));

export const memberOf = (id: string, known: Partial<Member> = {}): Member => ({
  ...newMember(id, { name: id, locale: 'en', zone: 'Asia/Shanghai', kind: 'person' }),
  greetedOn: '2026-11-02',
  welcomedOn: '2026-11-02',
  ...known,
});

export const operatorOf = (known: Partial<Member> = {}): Member =>
  memberOf(OPERATOR, { account: 'T1:a', manager: MANAGER, ...known });

export const accountOf = (known: Partial<Account> = {}): Account => ({
  ...Account.parse({
    v: 1,
    id: 'T1:a',
    name: 'Fewer Breakdowns',
    platforms: ['wechat_subscription'],
    operators: [OPERATOR],
    manager: MANAGER,
  }),
  ...known,
});

type Value = CheckIn['answers'][string]['value'];

export const checkInOf = (date: string, answers: Readonly<Record<string, Value>>): CheckIn => ({
  v: 1,
  kind: 'check-in',
  date,
  flow: 'daily-check-in',
  version: 1,
  status: 'submitted',
  submittedAt: `${date}T08:30:00Z`,
  locale: 'en',
  late: false,
  answers: Object.fromEntries(
    Object.entries(answers).map(([address, value]) => [address, { value, audience: 'operator' as const }]),
  ),
});

export const itemOf = (n: number, known: Partial<Account['items'][number]> = {}): Account['items'][number] => ({
  id: `2026-11-17-U1-${n}`,
  operator: OPERATOR,
  date: '2026-11-17',
  title: `Piece ${n}`,
  intent: 'value',
  pillar: '',
  slot: null,
  requestedBy: 'operator',
  topic: null,
  ...known,
});
