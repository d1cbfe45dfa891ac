import { z } from 'zod';

/** One media account: who runs it, on which platforms, and who answers for it. */
export const Account = z.strictObject({
  v: z.literal(1),
  /** `<team_id>:<id>` */
  id: z.string(),
  name: z.string(),
  platforms: z.array(z.string()),
  operators: z.array(z.string()),
  manager: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

/** The account once its operator told of it again: what they left out stays as it was. */
export function toldAgain(before: Account | null, told: Account): Account {
  if (!before) return told;
  return {
    ...told,
    platforms: told.platforms.length > 0 ? told.platforms : before.platforms,
    operators: [...new Set([...before.operators, ...told.operators])],
    manager: told.manager ?? before.manager,
  };
}
