import type { Member } from './member.ts';
import type { Members, Scheduler } from './ports.ts';

type World = {
  readonly members: Members;
  readonly scheduler: Scheduler;
  readonly nextDue: (member: Member) => Date | null;
};

/** Changes a member beside their conversation, and plans anew what is due next where that has moved. */
export function createReplan({ members, scheduler, nextDue }: World) {
  return async (id: string, change: (member: Member) => Member): Promise<void> => {
    const dueAt = await members.update(id, (before) => {
      if (!before) return { member: null, result: null };
      const after = change(before);
      const dueAt = nextDue(after)?.toISOString() ?? null;
      if (dueAt === before.dueAt) return { member: after, result: null };
      return { member: { ...after, dueAt }, result: dueAt };
    });
    if (dueAt !== null) await scheduler.plan([{ member: id, at: new Date(dueAt) }]);
  };
}
