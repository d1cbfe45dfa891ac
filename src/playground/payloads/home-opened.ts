import type { View } from '../block.ts';
import { IDS, type Person } from '../page/people.ts';

export type Tab = 'home' | 'messages';

/** A person opened one of the bot's two tabs. */
export const homeOpened = (person: Person, tab: Tab, view: View | null): Record<string, unknown> => ({
  type: 'app_home_opened',
  user: IDS[person].user,
  channel: IDS[person].inbox,
  tab,
  ...(tab === 'home' && view && { view }),
});
