import { describe, expect, it } from 'vitest';

import { View, type Choices } from '../../src/playground/block.ts';
import { Entry } from '../../src/playground/journal.ts';
import { messageActions, viewActions } from '../../src/playground/payloads/block-actions.ts';
import { commandFields, commandIn } from '../../src/playground/payloads/command.ts';
import { envelope } from '../../src/playground/payloads/envelope.ts';
import { homeOpened } from '../../src/playground/payloads/home-opened.ts';
import { escaped, messageEvent } from '../../src/playground/payloads/message-event.ts';
import { stateValues } from '../../src/playground/payloads/state.ts';
import { userChange } from '../../src/playground/payloads/user-change.ts';
import { viewClosed } from '../../src/playground/payloads/view-closed.ts';
import { viewSubmission } from '../../src/playground/payloads/view-submission.ts';

const words = (text: string) => ({ type: 'plain_text', text });
const yes = { text: words('Yes'), value: 'yes' };
const no = { text: words('No'), value: 'no' };
const menu = { type: 'static_select', action_id: 'pick', options: [yes, no], initial_option: no };
const button = { type: 'button', action_id: 'go', text: words('Go'), value: 'g' };
const note = { type: 'plain_text_input', action_id: 'v' };
const entry = Entry.parse({
  inbox: 'operator',
  author: 'bot',
  ts: '1700000000.000001',
  text: 'Well?',
  blocks: [{ type: 'actions', block_id: 'b', elements: [menu, button] }],
  metadata: { event_type: 'post', event_payload: { id: 'p1' } },
  ephemeral: false,
  edited: false,
});
const view = View.parse({
  id: 'V1',
  type: 'modal',
  title: words('Form'),
  blocks: [
    { type: 'input', block_id: 'told', dispatch_action: true, element: note },
    { type: 'input', block_id: 'own', element: note },
  ],
});
const pressed = { block: 'b', action: 'go', chosen: null, choices: {}, trigger: 't1', actionTs: '1.1' };

const picked = (choices: Choices) => stateValues(entry.blocks, choices)['b']?.['pick'];

describe('state.values', () => {
  it.each([
    ['plain_text_input', 'words', { value: 'words' }],
    ['plain_text_input', '', { value: null }],
    ['static_select', 'yes', { selected_option: yes }],
    ['radio_buttons', null, { selected_option: null }],
    ['multi_static_select', ['no', 'yes'], { selected_options: [yes, no] }],
    ['checkboxes', [], { selected_options: [] }],
    ['datepicker', '2026-03-02', { selected_date: '2026-03-02' }],
    ['timepicker', '17:30', { selected_time: '17:30' }],
    ['users_select', 'U0MANAGER0', { selected_user: 'U0MANAGER0' }],
  ])('%s says what stands in it in its own field', (type, chosen, said) => {
    const blocks = [{ type: 'input', block_id: 'b', element: { type, action_id: 'a', options: [yes, no] } }];
    expect(stateValues(blocks, { b: { a: chosen } })).toEqual({ b: { a: { type, ...said } } });
  });

  it('holds what an element began with, until it is emptied', () => {
    expect(picked({})).toEqual({ type: 'static_select', selected_option: no });
    expect(picked({ b: { pick: null } })).toEqual({ type: 'static_select', selected_option: null });
  });
});

describe('interactions', () => {
  it('a button in a message brings the message, the state and a place to answer', () => {
    const payload = messageActions('operator', entry, { ...pressed, respondAt: 'http://x' });
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0OPERATOR', team_id: 'T000000001' },
      team: { id: 'T000000001' },
      channel: { id: 'D0OPERATOR' },
      container: { type: 'message', message_ts: entry.ts, is_ephemeral: false },
      message: { ts: entry.ts, blocks: entry.blocks, metadata: entry.metadata },
      state: { values: { b: { pick: { selected_option: no } } } },
      actions: [{ type: 'button', block_id: 'b', action_id: 'go', value: 'g', text: words('Go'), action_ts: '1.1' }],
      trigger_id: 't1',
      response_url: 'http://x',
    });
  });

  it('a button in words for one person brings no message', () => {
    const whispered = { ...entry, ephemeral: true };
    expect(messageActions('operator', whispered, { ...pressed, respondAt: 'http://x' })).not.toHaveProperty('message');
  });

  it('a field of a form brings the view', () => {
    const typed = { ...pressed, block: 'told', action: 'v', chosen: 'abc', choices: { told: { v: 'abc' } } };
    expect(viewActions('manager', view, typed)).toMatchObject({
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1', state: { values: { told: { v: { value: 'abc' } } } } },
      actions: [{ type: 'plain_text_input', value: 'abc' }],
    });
  });

  it('a sent form says all, a closed one what the bot has heard already', () => {
    const choices = { told: { v: 'a' }, own: { v: 'b' } };
    const all = {
      told: { v: { type: 'plain_text_input', value: 'a' } },
      own: { v: { type: 'plain_text_input', value: 'b' } },
    };
    expect(viewSubmission('operator', view, { choices, trigger: 't' })).toMatchObject({
      type: 'view_submission',
      view: { state: { values: all } },
    });
    expect(viewClosed('operator', view, choices)).toMatchObject({
      type: 'view_closed',
      view: { state: { values: { told: all.told } } },
    });
    expect(viewClosed('operator', view, choices)).not.toMatchObject({ view: { state: { values: { own: {} } } } });
  });
});

describe('commands and events', () => {
  it.each([
    ['/checkin', { command: '/checkin', text: '' }],
    [' /bearings  help me ', { command: '/bearings', text: 'help me' }],
    ['one/two', null],
    ['/ nothing', null],
  ])('reads %j', (line, command) => {
    expect(commandIn(line)).toEqual(command);
  });

  it('a command names who, where and how to answer', () => {
    const fields = commandFields('manager', { command: '/checkin', text: '' }, { trigger: 't', respondAt: 'http://x' });
    expect(fields).toMatchObject({
      user_id: 'U0MANAGER0',
      channel_id: 'D0MANAGER0',
      trigger_id: 't',
      response_url: 'http://x',
    });
  });

  it('an event comes in an envelope with its own id', () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const event = messageEvent('operator', { text: escaped('<!channel> & co'), ts: '1.000001' });
    expect(envelope(event, { id: 'Ev1', at })).toMatchObject({
      type: 'event_callback',
      event_id: 'Ev1',
      event_time: 1_772_442_000,
      event: { channel_type: 'im', text: '&lt;!channel&gt; &amp; co', ts: '1.000001', event_ts: '1.000001' },
    });
  });

  it('tells of the tab that was opened and of a changed language', () => {
    expect(homeOpened('operator', 'home', null)).toMatchObject({ user: 'U0OPERATOR', tab: 'home' });
    const profile = { name: '运营者', locale: 'zh-CN', zone: 'Asia/Shanghai' } as const;
    expect(userChange('operator', profile)).toMatchObject({ user: { locale: 'zh-CN', tz: 'Asia/Shanghai' } });
  });
});
