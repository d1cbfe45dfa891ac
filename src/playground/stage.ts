import type { Locale } from '../coaching/member.ts';
import type { CompanyKind } from '../config.ts';
import type { BotLine } from './bot-line.ts';
import type { Profile } from './company.ts';
import type { Emulator } from './emulator.ts';
import type { Gateway } from './gateway.ts';
import type { Person } from './page/people.ts';
import type { Replies } from './replies.ts';
import type { Scene } from './scene.ts';
import type { Time } from './time.ts';
import type { Triggers } from './triggers.ts';

/** What an act of a person works with. */
export type Stage = {
  readonly bot: BotLine;
  readonly emulator: Emulator;
  readonly gateway: Gateway;
  readonly scene: Scene;
  readonly replies: Replies;
  readonly triggers: Triggers;
  readonly profile: (person: Person) => Profile;
  /** All that can be spoken. */
  readonly languages: readonly Locale[];
  readonly now: () => Date;
  readonly time: Time;
  /** Begins it; null: what is here is not ours to throw away. */
  readonly startOver: ((company: CompanyKind) => boolean) | null;
};
