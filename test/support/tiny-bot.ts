import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock, PlainTextElement } from '@slack/types';

import type { Playground } from '../../src/playground/playground.ts';

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
const hello: KnownBlock[] = [
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Hello*' },
    accessory: {
      type: 'multi_static_select',
      action_id: 'some',
      options: ['One', 'Two'].map((name) => ({ text: plain(name), value: name })),
    },
  },
  { type: 'actions', elements: [{ type: 'button', action_id: 'form', text: plain('Answer in a form') }] },
];
const form: KnownBlock[] = [
  { type: 'input', block_id: 'plan', label: plain('Plan'), element: { type: 'plain_text_input', action_id: 'v' } },
];

/** A bot with a word, a menu, a form, a command and a Home tab: enough to try the page with. */
export async function startTinyBot(playground: Playground): Promise<() => Promise<unknown>> {
  const { botToken, signingSecret, apiUrl } = playground.slack;
  const clientOptions = { slackApiUrl: apiUrl };
  const app = new App({ token: botToken, signingSecret, clientOptions, logLevel: LogLevel.ERROR });
  const greeted = new Set<string>();
  app.event('app_home_opened', async ({ event: { user }, client }) => {
    await client.views.publish({
      user_id: user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('Today') }] },
    });
    const { messages } = await client.conversations.history({ channel: user.replace('U', 'D') });
    if (greeted.has(user) || messages?.length) return;
    greeted.add(user);
    await client.chat.postMessage({ channel: user, text: 'Hello', blocks: hello });
  });
  app.message(async ({ message, say }) => {
    if ('text' in message && message.text) await say(`I heard: ${message.text}`);
  });
  app.action('some', async ({ ack, action, respond }) => {
    await ack();
    const chosen =
      action.type === 'multi_static_select' ? action.selected_options.map(({ value }) => value).join('+') : '';
    await respond({ text: `You chose ${chosen}`, replace_original: false });
  });
  app.action('form', async ({ ack, body, client }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    const view = {
      type: 'modal',
      callback_id: 'f',
      title: plain('Today'),
      submit: plain('Send'),
      blocks: form,
    } as const;
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('f', async ({ ack, view, client, body }) => {
    const plan = view.state.values['plan']?.['v']?.value ?? '';
    if (plan.length < 5) return await ack({ response_action: 'errors', errors: { plan: 'Say a little more' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Kept: ${plan}` });
  });
  app.command('/checkin', async ({ ack }) => await ack('Let us begin'));
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (typeof address === 'object' && address) playground.useApp(`http://127.0.0.1:${address.port}/slack/events`);
  return () => app.stop();
}
