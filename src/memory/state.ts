import { Account } from '../coaching/account.ts';
import { AUDIT_KEPT, Entry } from '../coaching/audit.ts';
import { CheckIn, Member } from '../coaching/member.ts';
import type { Accounts, Audit, History, Members, Positions, Workspaces } from '../coaching/ports.ts';
import { Position } from '../coaching/position.ts';
import { settled } from '../coaching/settled.ts';
import { Workspace } from '../coaching/workspace.ts';

/** The stores on maps of JSON, so that what is read was never in anybody else's hands. */
export function createMemoryState(): {
  readonly members: Members;
  readonly history: History;
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly workspaces: Workspaces;
  readonly audit: Audit;
} {
  const days = new Map<string, Map<string, string>>();
  const teams = new Set<string>();
  return {
    members: createMembers(days, teams),
    history: createHistory(days),
    accounts: createAccounts(),
    positions: createPositions(),
    workspaces: createWorkspaces(teams),
    audit: createAudit(),
  };
}

function createMembers(days: Map<string, Map<string, string>>, teams: Set<string>): Members {
  const records = new Map<string, string>();
  const read = (id: string): Member | null => fromJson(Member, records.get(id));
  const write = (member: Member, id: string): void => {
    records.set(id, JSON.stringify(Member.parse(member)));
    teams.add(id.slice(0, id.indexOf(':')));
  };

  return {
    read: async (id) => read(id),
    async update(id, change) {
      const before = read(id);
      const { member, result, checkIn } = change(before);
      if (!member || member === before) return result;
      const day = checkIn && CheckIn.parse(checkIn);
      write(member, id);
      if (day) daysOf(days, id).set(day.date, JSON.stringify(day));
      return result;
    },
    async settle(receipts) {
      for (const [id, own] of Map.groupBy(receipts, ({ member }) => member)) {
        const before = read(id);
        if (before) write(settled(before, own), id);
      }
    },
    async undelivered(now, limit) {
      const leases = [...records.keys()].map((id) => ({ id, until: firstLease(read(id)) }));
      return leases
        .filter(({ until }) => until <= now.getTime())
        .sort((a, b) => a.until - b.until)
        .slice(0, limit)
        .map(({ id }) => id);
    },
    async *due(until) {
      yield [...records.keys()]
        .flatMap((id) => {
          const at = read(id)?.dueAt ?? null;
          return at === null ? [] : [{ member: id, at: new Date(at) }];
        })
        .filter(({ at }) => at <= until)
        .sort((a, b) => a.at.getTime() - b.at.getTime());
    },
    async *in(team) {
      yield [...records.keys()].filter((id) => id.startsWith(`${team}:`));
    },
    async forget(id) {
      const count = (records.delete(id) ? 1 : 0) + (days.get(id)?.size ?? 0);
      days.delete(id);
      return count;
    },
  };
}

const EVER = { from: '0000-01-01', to: '9999-12-31' };

function createHistory(days: Map<string, Map<string, string>>): History {
  return {
    async checkIns(memberId, from, to) {
      return [...(days.get(memberId) ?? [])]
        .filter(([date]) => date >= from && date <= to)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, json]) => fromJson(CheckIn, json) ?? []);
    },
    async rewrite(memberId, change, { from, to } = EVER) {
      const own = days.get(memberId) ?? new Map<string, string>();
      let count = 0;
      for (const [date, json] of own) {
        if (date < from || date > to) continue;
        const before = CheckIn.parse(JSON.parse(json));
        const after = change(before);
        if (after === before) continue;
        count += 1;
        if (after === null) own.delete(date);
        else own.set(date, JSON.stringify(after));
      }
      return count;
    },
  };
}

function createAccounts(): Accounts {
  const records = new Map<string, string>();
  const read = (id: string): Account | null => fromJson(Account, records.get(id));
  const all = (team: string): Account[] =>
    [...records.keys()]
      .filter((id) => id.startsWith(`${team}:`))
      .sort()
      .flatMap((id) => read(id) ?? []);
  return {
    read: async (id) => read(id),
    async update(id, change) {
      const before = read(id);
      const [account, result] = change(before);
      if (account && account !== before) records.set(id, JSON.stringify(Account.parse(account)));
      return result;
    },
    async of(memberId) {
      return all(memberId.split(':')[0] ?? '').filter(
        ({ operators, manager }) => operators.includes(memberId) || manager === memberId,
      );
    },
    in: async (team) => all(team),
    remove: async (id) => Number(records.delete(id)),
  };
}

function createPositions(): Positions {
  const records = new Map<string, string>();
  const read = (account: string): Position | null => fromJson(Position, records.get(account));
  return {
    read: async (account) => read(account),
    async update(account, change) {
      const before = read(account);
      const [position, result] = change(before);
      if (position && position !== before) records.set(account, JSON.stringify(Position.parse(position)));
      return result;
    },
    remove: async (account) => Number(records.delete(account)),
  };
}

function createWorkspaces(teams: ReadonlySet<string>): Workspaces {
  const records = new Map<string, string>();
  const read = (team: string): Workspace => Workspace.parse(JSON.parse(records.get(team) ?? '{"v":1}'));
  return {
    read: async (team) => read(team),
    all: async () => [...teams],
    async update(team, change) {
      records.set(team, JSON.stringify(Workspace.parse(change(read(team)))));
    },
  };
}

function createAudit(): Audit {
  const entries = new Map<string, Entry[]>();
  const of = (team: string): Entry[] => entries.get(team) ?? [];
  return {
    note: async (team, entry) => void entries.set(team, [Entry.parse(entry), ...of(team)].slice(0, AUDIT_KEPT)),
    read: async (team, limit) => of(team).slice(0, limit),
    rewrite: async (team, change) =>
      void entries.set(
        team,
        of(team).flatMap((entry) => change(entry) ?? []),
      ),
  };
}

const fromJson = <T>(schema: { parse(value: unknown): T }, json: string | undefined): T | null =>
  json === undefined ? null : schema.parse(JSON.parse(json));

function daysOf(days: Map<string, Map<string, string>>, id: string): Map<string, string> {
  const own = days.get(id) ?? new Map<string, string>();
  days.set(id, own);
  return own;
}

const firstLease = (member: Member | null): number =>
  Math.min(...(member?.outbox ?? []).map(({ leaseUntil }) => Date.parse(leaseUntil) || 0));
