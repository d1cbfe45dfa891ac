import type { Deps } from './listeners/deps.ts';
import { userOf } from './user-of.ts';
import { homeView } from './views/home.ts';
import { createSay } from './views/say.ts';

/** Draws the Home tab of a member as it is now. */
export async function publishHome({ coach, clientFor, translate, now }: Deps, member: string): Promise<void> {
  const { locale, home } = await coach.home(member, now());
  const client = await clientFor(member);
  await client.views.publish({ user_id: userOf(member), view: homeView(home, createSay(translate, locale)) });
}
