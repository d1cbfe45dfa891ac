import type { Account } from './account.ts';
import { noteOf } from './alignment-note.ts';
import { openOnes } from './blockers.ts';
import type { Member } from './member.ts';
import {
  accountFacts,
  alignmentFacts,
  askFacts,
  openAsks,
  passedOn,
  sharedBlockerFacts,
  talkFacts,
} from './nudge-account-facts.ts';
import { blockerFacts, operatorFacts, type Day } from './nudge-facts.ts';
import type { NudgeRule, Nudges } from './nudge-rules.ts';
import type { Facts } from './nudge-words.ts';
import type { NudgeCase } from './nudges.ts';

type Subject = { readonly ids: readonly string[]; readonly facts: Facts };
type Subjects = { readonly of: (per: NudgeRule['per']) => readonly Subject[] };

/** What may be said to an operator about themselves, each of their blockers and each of their asks. */
export function operatorCases(
  { rules }: Nudges,
  { member, account }: { readonly member: Member; readonly account: Account | null },
  day: Day,
): NudgeCase[] {
  const facts = operatorFacts(member, account, day);
  const asks = account ? openAsks(account).filter(({ operator }) => operator === member.id) : [];
  const subjects: Subjects = {
    of: (per) => {
      switch (per) {
        case 'blocker':
          return openOnes(member.blockers).map((one) => ({
            ids: [one.id],
            facts: { ...facts, ...blockerFacts(member, one, day) },
          }));
        case 'ask':
          return asks.map((one) => ({ ids: [one.id], facts: { ...facts, ...askFacts(one, day) } }));
        case 'talk':
          return [];
        case undefined:
          return [{ ids: [], facts }];
      }
    },
  };
  return casesOf(rules, 'operator', subjects);
}

/** What may be said to a manager about each account that somebody else runs: from the accounts, and what they said. */
export function managerCases(
  { rules, limits }: Nudges,
  { manager, accounts }: { readonly manager: Pick<Member, 'id' | 'alignment'>; readonly accounts: readonly Account[] },
  day: Day,
): NudgeCase[] {
  return accounts
    .filter(({ manager: id, operators }) => id === manager.id && operators.some((operator) => operator !== id))
    .flatMap((whole) => {
      const account = passedOn(whole, day.today);
      const facts = { ...accountFacts(account, day), ...alignmentFacts(noteOf(manager, account.id), day) };
      const subjects: Subjects = {
        of: (per) => {
          switch (per) {
            case 'blocker':
              return account.blockers.map((one) => ({
                ids: [account.id, one.operator, one.id],
                facts: { ...facts, ...sharedBlockerFacts(account, one, day) },
              }));
            case 'ask':
              return openAsks(account).map((one) => ({
                ids: [account.id, one.id],
                facts: { ...facts, ...askFacts(one, day) },
              }));
            case 'talk':
              return limits.talksAfter.map((wd) => ({
                ids: [account.id, String(wd)],
                facts: { ...facts, ...talkFacts(account, wd, day) },
              }));
            case undefined:
              return [{ ids: [account.id], facts }];
          }
        },
      };
      return casesOf(rules, 'manager', subjects);
    });
}

const casesOf = (rules: readonly NudgeRule[], to: NudgeRule['to'], subjects: Subjects): NudgeCase[] =>
  rules
    .filter((rule) => rule.to === to)
    .flatMap((rule) => subjects.of(rule.per).map(({ ids, facts }) => ({ rule, ids, facts })));
