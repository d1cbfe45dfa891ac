import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { JsonValue } from '../../src/flow/session.ts';
import { openDoor } from './door.ts';
import { fixture } from './fixture.ts';
import { mockSlack } from './slack-api.ts';

const WELCOMED = { welcomedOn: '2026-11-02', greetedOn: '2026-11-02', account: 'T0SCRUBBED:a' };
const NONE = { type: 'plain_text_input', value: null };
const chosen = (type: string, value: string) => ({
  type,
  selected_option: { text: { type: 'plain_text', text: '-' }, value },
});
const ticked = (...values: string[]) => ({
  type: 'multi_static_select',
  selected_options: values.map((value) => ({ text: { type: 'plain_text', text: '-' }, value })),
});

let slack: ReturnType<typeof mockSlack>;
let door: Awaited<ReturnType<typeof openDoor>>;
let session = '';

beforeEach(async () => {
  slack = mockSlack();
  door = await openDoor({ known: WELCOMED });
  await door.send({ json: await fixture('message', { event: { text: 'checkin' } }) });
  await door.idle();
  session = (await door.member())?.session?.id ?? '';
});
afterEach(async () => {
  await door.close();
  slack.close();
});

const lastPost = (): string => slack.of('chat.postMessage').at(-1)?.['text'] ?? '';
const submission = (values: JsonValue) =>
  fixture('view-submission', { view: { private_metadata: session, state: { values } } });

describe('a form', () => {
  it('opens with the questions of the conversation', async () => {
    const action = { action_id: 'form', block_id: `command|${session}|moved` };
    await door.send({ payload: await fixture('block-actions', { actions: [action] }) });
    await expect.poll(() => slack.of('views.open')).toHaveLength(1);
    const [opened] = slack.of('views.open');
    const view = JSON.parse(opened?.['view'] ?? '');
    expect(view).toMatchObject({ private_metadata: session, notify_on_close: true });
    expect(view.blocks.map((block: { block_id?: string }) => block.block_id)).toContain('field|moved');
  });

  it('says kindly that a form of an old conversation is over', async () => {
    const action = { action_id: 'form', block_id: 'command|another|moved' };
    await door.send({ payload: await fixture('block-actions', { actions: [action] }) });
    await expect.poll(lastPost).toContain('earlier moment');
    const { text } = await door.send({
      payload: await fixture('view-submission', { view: { private_metadata: 'another' } }),
    });
    expect(JSON.parse(text)).toMatchObject({ response_action: 'update' });
  });

  it('brings other questions when something is chosen in it', async () => {
    const view = {
      ...Object(await fixture('view-submission'))['view'],
      private_metadata: session,
      state: {
        values: {
          'field|moved': { field: ticked('publish') },
          'field|blocked': { field: chosen('radio_buttons', 'new') },
        },
      },
    };
    const action = { type: 'multi_static_select', action_id: 'field', block_id: 'field|moved' };
    await door.send({
      payload: await fixture('block-actions', { view, container: { type: 'view' }, actions: [action] }),
    });
    await expect.poll(() => slack.of('views.update')).toHaveLength(1);
    const [updated] = slack.of('views.update');
    expect(updated).toMatchObject({ view_id: 'V0SCRUBBED', hash: '1795420806.scrubbed' });
    expect(updated?.['view']).toContain('field|published[0].title');
    expect(updated?.['view']).toContain('field|blocker');
    expect((await door.member())?.session?.draft).toEqual({ moved: ['publish'], blocked: 'new' });
  });

  it('shows what can’t be taken under its field, and takes it corrected', async () => {
    const wrong = { 'field|moved': { field: ticked('write') }, 'field|plan': { field: NONE } };
    const { text } = await door.send({ payload: await submission(wrong) });
    expect(JSON.parse(text)).toEqual({
      response_action: 'errors',
      errors: { 'field|plan': expect.stringContaining('needed') },
    });
    expect((await door.member())?.session?.answers).toEqual({});
    const right = { ...wrong, 'field|plan': { field: { ...NONE, value: 'At ten, call two dealers' } } };
    expect(await door.send({ payload: await submission(right) })).toEqual({ status: 200, text: '' });
    await door.idle();
    expect((await door.member())?.session?.answers['moved']?.value).toEqual(['write']);
  });

  it('is taken once when it is sent twice', async () => {
    const values = { 'field|moved': { field: ticked('write') } };
    for (let i = 0; i < 2; i++) await door.send({ payload: await submission(values) });
    await door.idle();
    expect(slack.of('chat.postMessage')).toHaveLength(2);
  });

  it('keeps what was typed when it is closed half-way', async () => {
    const values = { 'field|plan': { field: { ...NONE, value: 'half a plan' } }, 'field|learned': { field: NONE } };
    const closed = await fixture('view-closed', { view: { private_metadata: session, state: { values } } });
    expect((await door.send({ payload: closed })).status).toBe(200);
    expect((await door.member())?.session?.draft).toEqual({ plan: 'half a plan' });
  });
});

describe('a list of choices', () => {
  it('is read when Done is pressed', async () => {
    const done = {
      state: { values: { [`answer|${session}|moved`]: { choices: ticked('write', 'video') } } },
      actions: [{ action_id: 'done', block_id: `more|${session}|moved` }],
    };
    expect((await door.send({ payload: await fixture('block-actions', done) })).status).toBe(200);
    await door.idle();
    expect((await door.member())?.session?.answers['moved']?.value).toEqual(['write', 'video']);
  });

  it('takes an option that stands alone by its button', async () => {
    const action = { action_id: 'answer|2', block_id: `more|${session}|moved`, value: '"leave"' };
    await door.send({ payload: await fixture('block-actions', { actions: [action] }) });
    await door.idle();
    expect((await door.member())?.session).toBeNull();
  });
});

const press = (block: string, id: string, ts: string) =>
  fixture('block-actions', { actions: [{ block_id: block, action_id: id, action_ts: ts, value: '' }] });

it('skips by a button', async () => {
  await door.send({ json: await fixture('message', { event_id: 'Ev7', event: { text: 'write' } }) });
  await door.send({ payload: await press(`command|${session}|moved_note`, 'command|skip', '7') });
  await door.idle();
  expect((await door.member())?.session?.answers['moved_note']?.value).toBeNull();
});
