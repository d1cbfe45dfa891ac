import type { Block, Choices, Chosen, View } from '../block.ts';
import { APP, TEAM } from '../company.ts';
import type { Entry } from '../journal.ts';
import { elementsOf } from '../page/element.ts';
import { IDS, type Person } from '../page/people.ts';
import { common } from './envelope.ts';
import { held, stateValues } from './state.ts';

type Fields = Readonly<Record<string, unknown>>;

export type Pressed = {
  readonly block: string;
  readonly action: string;
  readonly chosen: Chosen;
  readonly choices: Choices;
  readonly trigger: string;
  readonly actionTs: string;
};

/** A button, menu or picker was used in a message. */
export function messageActions(
  person: Person,
  entry: Entry,
  pressed: Pressed & { readonly respondAt: string },
): Fields {
  const channel = { id: IDS[person].inbox, name: 'directmessage' };
  return {
    ...shared(person, entry.blocks, pressed),
    container: { type: 'message', message_ts: entry.ts, channel_id: channel.id, is_ephemeral: entry.ephemeral },
    channel,
    // Of a message that only one person sees, Slack tells the app no more than its place.
    ...(!entry.ephemeral && { message: messageOf(entry) }),
    state: { values: stateValues(entry.blocks, pressed.choices) },
    response_url: pressed.respondAt,
  };
}

/** The same in a modal or on the Home tab. */
export const viewActions = (person: Person, view: View, pressed: Pressed): Fields => ({
  ...shared(person, view.blocks, pressed),
  container: { type: 'view', view_id: view.id },
  view: { ...view, state: { values: stateValues(view.blocks, pressed.choices) } },
});

const shared = (person: Person, blocks: readonly Block[], pressed: Pressed): Fields => ({
  type: 'block_actions',
  ...common,
  user: { id: IDS[person].user, username: person, name: person, team_id: TEAM.id },
  team: { id: TEAM.id, domain: TEAM.domain },
  trigger_id: pressed.trigger,
  actions: [actionOf(blocks, pressed)],
});

function actionOf(blocks: readonly Block[], { block, action, chosen, actionTs }: Pressed): Fields {
  const element = elementsOf(blocks).find(
    (one) => one.block.block_id === block && one.element.action_id === action,
  )?.element;
  const place = { block_id: block, action_id: action, action_ts: actionTs };
  if (!element) return { type: 'button', ...place };
  const said = element.type === 'button' ? { text: element.text, value: element.value } : held(element, chosen);
  return { type: element.type, ...place, ...said };
}

const messageOf = (entry: Entry): Fields => ({
  type: 'message',
  user: entry.author === 'bot' ? APP.user : IDS[entry.author].user,
  bot_id: APP.bot,
  app_id: APP.id,
  team: TEAM.id,
  ts: entry.ts,
  text: entry.text,
  blocks: entry.blocks,
  ...(typeof entry.metadata === 'object' && entry.metadata !== null && { metadata: entry.metadata }),
});
