import type { Coach } from '../../coaching/coach.ts';
import type { Translate } from '../../coaching/ports.ts';
import type { ClientFor } from '../client.ts';
import type { SlackDirectory } from '../directory.ts';
import type { Lifecycle } from '../install/lifecycle.ts';
import type { Underway } from '../underway.ts';

/** What listeners work with. */
export type Deps = {
  readonly coach: Coach;
  readonly translate: Translate;
  readonly clientFor: ClientFor;
  readonly directory: SlackDirectory;
  readonly lifecycle: Lifecycle;
  readonly underway: Underway;
  readonly now: () => Date;
};
