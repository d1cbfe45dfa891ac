import { createHmac } from 'node:crypto';

import { WebClient } from '@slack/web-api';
import { afterEach, expect, it } from 'vitest';

import type { Act, Outcome } from '../../src/playground/act.ts';
import { PERSONS } from '../../src/playground/page/people.ts';
import { startPlayground } from '../../src/playground/playground.ts';
import { startListener } from '../support/heard.ts';
import { createMemoryJournal } from '../support/journal.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const stops: (() => Promise<void>)[] = [];

async function start(answer?: (body: string) => string) {
  const bot = await startListener(answer);
  const journal = createMemoryJournal();
  const catalogs = { en: {}, 'zh-CN': {} };
  const playground = await startPlayground({ host: '127.0.0.1', port: 0, journal, catalogs, warn: () => {} });
  playground.useApp(bot.url);
  stops.push(() => playground.stop(), bot.stop);
  const { botToken, apiUrl, signingSecret } = playground.slack;
  const act = async (what: Act): Promise<Outcome> => {
    const headers = { 'content-type': 'application/json', origin: playground.url };
    const response = await fetch(`${playground.url}/act`, { method: 'POST', headers, body: JSON.stringify(what) });
    return await response.json();
  };
  const slack = new WebClient(botToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  return { bot, journal, act, slack, signingSecret };
}

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const person = 'operator' as const;
const message = (blocks: readonly object[]) => ({ channel: 'D0OPERATOR', text: 'Well?', blocks: [...blocks] });

it('signs what it tells the bot', async () => {
  const { bot, act, signingSecret } = await start();
  await act({ kind: 'open', person, tab: 'home' });
  const { headers, body } = bot.heard[0] ?? { headers: {}, body: '' };
  const hash = createHmac('sha256', signingSecret)
    .update(`v0:${String(headers['x-slack-request-timestamp'])}:${body}`)
    .digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${hash}`);
});

it('a line that is written is in the chat before the bot hears of it', async () => {
  const { bot, act, journal } = await start();
  expect(await act({ kind: 'say', person, text: 'a < b' })).toEqual({ kind: 'done' });
  const [entry] = await journal.load();
  expect(entry).toMatchObject({ author: 'operator', text: 'a &lt; b' });
  expect(bot.told()).toMatchObject([
    { event: { type: 'message', user: 'U0OPERATOR', text: 'a &lt; b', ts: entry?.ts } },
  ]);
});

it('an @ and a name mention that person', async () => {
  const { act, journal } = await start();
  await act({ kind: 'say', person, text: 'ask @manager' });
  expect(await journal.load()).toMatchObject([{ text: 'ask <@U0MANAGER0>' }]);
});

it('shows what a command is answered with to one person alone', async () => {
  const { act, journal } = await start(() => 'Here you are');
  await act({ kind: 'say', person, text: '/checkin' });
  expect(await journal.load()).toMatchObject([
    { inbox: 'operator', author: 'bot', text: 'Here you are', ephemeral: true },
  ]);
});

it('knows which commands there are', async () => {
  const { bot, act } = await start();
  expect(await act({ kind: 'say', person, text: '/nothing' })).toEqual({ kind: 'no-such-command' });
  expect(bot.heard).toEqual([]);
});

it('a pressed button carries a trigger that opens a modal, once', async () => {
  const { bot, act, slack, journal } = await start();
  const go = { type: 'button', action_id: 'go', text: plain('Go'), value: 'v' };
  const { ts = '' } = await slack.chat.postMessage(message([{ type: 'actions', block_id: 'b', elements: [go] }]));
  await act({
    kind: 'press',
    person,
    place: { kind: 'message', ts },
    block: 'b',
    action: 'go',
    chosen: null,
    choices: {},
  });
  const [told] = bot.told();
  expect(told).toMatchObject({ type: 'block_actions', message: { ts }, actions: [{ action_id: 'go', value: 'v' }] });

  const open = () =>
    slack.views.open({
      trigger_id: String(told?.['trigger_id']),
      view: { type: 'modal', title: plain('F'), blocks: [] },
    });
  await open();
  await expect(open()).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });

  const respond = { method: 'POST', body: JSON.stringify({ text: 'psst', replace_original: false }) };
  await fetch(String(told?.['response_url']), respond);
  expect((await journal.load()).at(-1)).toMatchObject({ text: 'psst', ephemeral: true });
});

it('a form stays open with what is wrong in it, and goes when it is taken', async () => {
  let answer = JSON.stringify({ response_action: 'errors', errors: { b: 'Say more' } });
  const { bot, act, slack } = await start((body) => (body.includes('view_submission') ? answer : ''));
  const go = { type: 'button', action_id: 'go', text: plain('Go') };
  const { ts = '' } = await slack.chat.postMessage(message([{ type: 'actions', block_id: 'b', elements: [go] }]));
  await act({
    kind: 'press',
    person,
    place: { kind: 'message', ts },
    block: 'b',
    action: 'go',
    chosen: null,
    choices: {},
  });
  const input = {
    type: 'input',
    block_id: 'b',
    label: plain('Why'),
    element: { type: 'plain_text_input', action_id: 'v' },
  } as const;
  const trigger_id = String(bot.told()[0]?.['trigger_id']);
  const opened = await slack.views.open({
    trigger_id,
    view: { type: 'modal', title: plain('F'), submit: plain('OK'), blocks: [input] },
  });
  const view = opened.view?.id ?? '';
  const submit = () => act({ kind: 'submit', person, view, choices: { b: { v: 'abc' } } });

  expect(await submit()).toEqual({ kind: 'errors', errors: { b: 'Say more' } });
  answer = '';
  expect(await submit()).toEqual({ kind: 'done' });
  expect(await submit()).toEqual({ kind: 'gone' });
  expect(bot.told().at(-1)).toMatchObject({ view: { state: { values: { b: { v: { value: 'abc' } } } } } });
});

it('tells the bot of everybody when the language changes, and remembers it', async () => {
  const { bot, act, slack, journal } = await start();
  await act({ kind: 'language', locale: 'zh-CN' });
  expect(bot.told().map((told) => told['event'])).toMatchObject(PERSONS.map(() => ({ type: 'user_change' })));
  expect((await slack.users.info({ user: 'U0OPERATOR' })).user).toMatchObject({ locale: 'zh-CN' });
  expect(await journal.locale()).toBe('zh-CN');
});

it('takes nothing that a page of another site could send', async () => {
  const { slack } = await start();
  const url = new URL('/act', slack.slackApiUrl);
  const form = await fetch(url, { method: 'POST', body: '{"kind":"language","locale":"en"}' });
  expect(form.status).toBe(415);
});
