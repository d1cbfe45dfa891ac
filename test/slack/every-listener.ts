import { PanelName } from '../../src/coaching/panel-name.ts';
import { PressName } from '../../src/coaching/post.ts';
import type { JsonValue } from '../../src/flow/session.ts';
import type { Sent } from '../support/signed-post.ts';
import { ACCOUNT, SESSION } from './first-workspace.ts';
import { commandFields, fixture } from './fixture.ts';

let count = 0;
export const event = (inner: object): Sent => ({
  json: { type: 'event_callback', team_id: 'TTWO', event_id: `Ev${++count}`, event_time: 1, event: inner },
});
const USER = { id: 'U0OPERATOR', username: 'x', name: 'x', team_id: 'TTWO' };
const OF_TWO = { team: { id: 'TTWO', domain: 'two' }, user: USER };
export const action = async (one: JsonValue, more: JsonValue = {}): Promise<Sent> => ({
  payload: {
    ...(await object('block-actions')),
    ...OF_TWO,
    ...Object(more),
    actions: [{ ...Object(one), action_ts: `1.${++count}` }],
  },
});
const view = async (
  callback: string,
  metadata: string,
  values: JsonValue,
  type = 'view_submission',
): Promise<Sent> => ({
  payload: {
    ...(await object('view-submission')),
    ...OF_TWO,
    type,
    view: {
      ...Object((await object('view-submission'))['view']),
      id: `V${++count}`,
      callback_id: callback,
      private_metadata: metadata,
      state: { values },
    },
  },
});
const object = async (name: string): Promise<Record<string, JsonValue>> => Object(await fixture(name));
export const button = (actionId: string, value: string, blockId = 'b') => ({
  type: 'button',
  action_id: actionId,
  block_id: blockId,
  value,
  text: { type: 'plain_text', text: 'x' },
});
const place = (part: string): string => `${part}|${SESSION}|plan`;
const text = (address: string, value: string, actionId: string) => ({
  [`field|${address}`]: { [actionId]: { type: 'plain_text_input', value } },
});
const command = async (name: string, words: string): Promise<Sent> => ({
  form: await commandFields({
    command: name,
    text: words,
    team_id: 'TTWO',
    user_id: 'U0OPERATOR',
    trigger_id: `t${++count}`,
  }),
});
const SUBJECTS = [ACCOUNT, `${ACCOUNT}|2026-W48`, `${ACCOUNT}|audience`, `${ACCOUNT}|q`, 'TONE:U0OPERATOR'];
const opened = {
  type: 'modal',
  id: 'V1',
  hash: 'h',
  callback_id: 'x',
  private_metadata: SESSION,
  state: { values: {} },
  blocks: [],
};

/** For each listener, all that a person of the second workspace can send it with ids of the first. */
export const WALK: Readonly<Record<string, () => Promise<readonly Sent[]>>> = {
  onHomeOpened: async () => [
    event({ type: 'app_home_opened', user: 'U0OPERATOR', channel: 'D0OPERATOR', tab: 'home' }),
  ],
  onMessage: async () =>
    ['hello', 'help', 'change plan', `<@U0MANAGER> ${ACCOUNT}`].map((words) =>
      event({
        type: 'message',
        channel_type: 'im',
        channel: 'D0OPERATOR',
        user: 'U0OPERATOR',
        text: words,
        ts: `1.${++count}`,
      }),
    ),
  onProfileChanged: async () => [
    event({
      type: 'user_change',
      user: { id: 'U0OPERATOR', name: 'x', deleted: true, locale: 'en-US', team_id: 'TONE' },
    }),
    event({ type: 'team_join', user: { id: 'U0OPERATOR', name: 'x', locale: 'en-US', tz: 'Europe/Berlin' } }),
  ],
  onCheckIn: async () => [await command('/checkin', '')],
  onPositioning: async () =>
    Promise.all(
      ['', 'show', 'history', 'export', 'align', 'audience', ACCOUNT].map((words) => command('/positioning', words)),
    ),
  onBearings: async () =>
    Promise.all(
      [
        '',
        'help',
        'today',
        'week',
        'level',
        'why',
        'privacy',
        'export',
        'export company',
        'audit',
        'forget-me',
        'away 3d',
        'back',
        'pause',
        'time 17:00',
        'numbers',
        'settings',
        'account',
        'workspace',
        'setup',
        'questions',
        'import',
        ACCOUNT,
      ].map((words) => command('/bearings', words)),
    ),
  onAnswer: async () => [await action(button('answer|0', '"x"', place('answer')))],
  onChoice: async () => [
    await action({ type: 'checkboxes', action_id: 'choices', block_id: place('answer'), selected_options: [] }),
  ],
  onChoicesDone: async () => [await action(button('done', 'x', place('more')))],
  onCommandButton: async () => [await action(button('command|back', 'x', place('command')))],
  onPress: async () =>
    Promise.all(
      PressName.options
        .filter((name) => !['numbers', 'panel', 'forget'].includes(name))
        .flatMap((name) => SUBJECTS.map((subject) => action(button(`press|${name}|0`, subject)))),
    ),
  onOpenForm: async () => [await action(button('form', 'x', place('answer')))],
  onChangeForm: async () => [
    await action({ type: 'static_select', action_id: 'field', block_id: 'field|plan' }, { view: opened }),
  ],
  onOpenNumbers: async () => [await action(button('press|numbers|0', ACCOUNT))],
  onChangeNumbers: async () => [
    await action(
      { type: 'static_select', action_id: 'numbers-field', block_id: 'b' },
      { view: { ...opened, private_metadata: ACCOUNT } },
    ),
  ],
  onOpenPanel: async () =>
    Promise.all(
      PanelName.options.flatMap((name) =>
        SUBJECTS.map((subject) => action(button('press|panel|0', `${name}|${subject}`))),
      ),
    ),
  onChangePanel: async () =>
    Promise.all(
      PanelName.options.map((name) =>
        action(
          { type: 'static_select', action_id: 'panel-field', block_id: 'b' },
          { view: { ...opened, private_metadata: `${name}|${ACCOUNT}` } },
        ),
      ),
    ),
  onUnknownAction: async () => [await action(button('of-another-time', ACCOUNT))],
  onSubmitForm: async () => [await view('flow-form', SESSION, text('plan', 'forged', 'field'))],
  onSubmitNumbers: async () => [await view('numbers-form', ACCOUNT, text('readers', '1', 'numbers-field'))],
  onSubmitPanel: async () =>
    Promise.all(
      PanelName.options.map((name) =>
        view('panel', `${name}|${ACCOUNT}`, {
          ...text('name', 'forged', 'panel-field'),
          ...text('text', 'A forged question?', 'panel-field'),
        }),
      ),
    ),
  onCloseForm: async () => [await view('flow-form', SESSION, text('plan', 'forged', 'field'), 'view_closed')],
  onTokensRevoked: async () => [event({ type: 'tokens_revoked', tokens: { bot: ['U1'] } })],
  // Last, for with it the second workspace is gone.
  onUninstalled: async () => [event({ type: 'app_uninstalled' })],
};
