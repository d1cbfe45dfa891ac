import type { Choices, View } from '../block.ts';
import { TEAM } from '../company.ts';
import { IDS, type Person } from '../page/people.ts';
import { common } from './envelope.ts';
import { stateValues } from './state.ts';

type Sent = { readonly choices: Choices; readonly trigger: string };

/** A modal was sent. */
export const viewSubmission = (person: Person, view: View, { choices, trigger }: Sent): Record<string, unknown> => ({
  type: 'view_submission',
  ...common,
  user: { id: IDS[person].user, username: person, name: person, team_id: TEAM.id },
  team: { id: TEAM.id, domain: TEAM.domain },
  trigger_id: trigger,
  view: { ...view, state: { values: stateValues(view.blocks, choices) } },
  response_urls: [],
});
