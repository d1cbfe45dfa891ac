import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Account, type Item } from '../../src/coaching/account.ts';
import type { JsonValue } from '../../src/flow/session.ts';
import { openDoor } from './door.ts';
import { commandFields, fixture } from './fixture.ts';
import { mockSlack } from './slack-api.ts';

const ME = 'T0SCRUBBED:U0OPERATOR';
const WELCOMED = { welcomedOn: '2026-11-02', greetedOn: '2026-11-02', account: 'T0SCRUBBED:b' };
const item = (n: number): Item => ({
  id: `p${n}`,
  operator: ME,
  date: `2026-11-${String(n).padStart(2, '0')}`,
  title: `Piece ${n}`,
  intent: 'value',
  pillar: '',
  slot: 'lead',
  requestedBy: 'operator',
  topic: null,
});
const account = (id: string, changed: Partial<Account> = {}): Account =>
  Account.parse({ v: 1, id, name: `Account ${id}`, platforms: [], operators: [ME], manager: null, ...changed });
const value = (typed: string | null) => ({ numbers: { type: 'plain_text_input', value: typed } });
const chosen = (id: string) => ({
  numbers: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: '-' }, value: id } },
});

let slack: ReturnType<typeof mockSlack>;
let door: Awaited<ReturnType<typeof openDoor>>;

beforeEach(async () => {
  slack = mockSlack();
  door = await openDoor({ known: WELCOMED });
  await keep(account('T0SCRUBBED:a'));
  await keep(account('T0SCRUBBED:b', { items: Array.from({ length: 20 }, (_, n) => item(n + 1)) }));
});
afterEach(async () => {
  await door.close();
  slack.close();
});

const keep = (one: Account) => door.accounts.update(one.id, () => [one, null]);
const command = async (text: string) => door.send({ form: await commandFields({ command: '/bearings', text }) });
const opened = async () => {
  await expect.poll(() => slack.of('views.open')).toHaveLength(1);
  return JSON.parse(slack.of('views.open')[0]?.['view'] ?? '');
};
const blockIds = (view: { blocks: { block_id?: string }[] }) => view.blocks.flatMap(({ block_id }) => block_id ?? []);
const submit = async (values: JsonValue, hash = 'h1') => {
  const view = { callback_id: 'numbers-form', private_metadata: 'T0SCRUBBED:b', hash, state: { values } };
  return door.send({ payload: await fixture('view-submission', { view }) });
};
const numbers = async () => (await door.accounts.read('T0SCRUBBED:b'))?.numbers;
const lastPost = (): string => JSON.stringify(slack.of('chat.postMessage').at(-1) ?? '');

describe('the form for numbers', () => {
  it.each(['numbers', '数据', '数字'])('opens on /bearings %s, with the account of their own first', async (word) => {
    expect((await command(word)).status).toBe(200);
    const view = await opened();
    expect(view).toMatchObject({ callback_id: 'numbers-form', private_metadata: 'T0SCRUBBED:b' });
    const ids = blockIds(view);
    expect(ids).toEqual(expect.arrayContaining(['field|account', 'field|subject.T0SCRUBBED:b', 'field|readers']));
    const subject = view.blocks.find(({ block_id }: { block_id: string }) => block_id?.startsWith('field|subject'));
    expect(subject.element.options).toHaveLength(16);
    expect(subject.element.initial_option.value).toBe('p20');
    expect(subject.element.options[0].text.text).toContain('Piece 20');
  });

  it('opens on its button, with the account that the button names', async () => {
    const action = { action_id: 'press|numbers|0', block_id: 'x', value: 'T0SCRUBBED:a' };
    await door.send({ payload: await fixture('block-actions', { actions: [action] }) });
    expect((await opened()).private_metadata).toBe('T0SCRUBBED:a');
    expect(slack.of('chat.postMessage')).toEqual([]);
  });

  it('opens for nobody else’s account', async () => {
    await keep(account('T0SCRUBBED:c', { operators: ['T0SCRUBBED:U9'], manager: ME, items: [item(3)] }));
    const action = { action_id: 'press|numbers|0', block_id: 'x', value: 'T0SCRUBBED:c' };
    await door.send({ payload: await fixture('block-actions', { actions: [action] }) });
    expect((await opened()).private_metadata).toBe('T0SCRUBBED:b');
  });

  it('says kindly what to do first where there is no account', async () => {
    await keep(account('T0SCRUBBED:a', { operators: [] }));
    await keep(account('T0SCRUBBED:b', { operators: [] }));
    await command('numbers');
    const view = await opened();
    expect(JSON.stringify(view)).toContain('I don’t know yours yet');
    expect(view.submit).toBeUndefined();
  });

  it('tells a manager that there is nothing to do here', async () => {
    for (const id of ['T0SCRUBBED:a', 'T0SCRUBBED:b']) await keep(account(id, { operators: [], manager: ME }));
    await command('numbers');
    expect(JSON.stringify(await opened())).toContain('Nothing to do for you here');
  });

  it('brings the account’s numbers when the whole account is chosen, and keeps what is typed', async () => {
    const view = {
      ...Object(await fixture('view-submission'))['view'],
      private_metadata: 'T0SCRUBBED:b',
      state: { values: { 'field|subject.T0SCRUBBED:b': chosen('account'), 'field|table': value('half a table') } },
    };
    const action = { type: 'static_select', action_id: 'numbers-field', block_id: 'field|subject.T0SCRUBBED:b' };
    await door.send({
      payload: await fixture('block-actions', { view, container: { type: 'view' }, actions: [action] }),
    });
    await expect.poll(() => slack.of('views.update')).toHaveLength(1);
    const updated = JSON.parse(slack.of('views.update')[0]?.['view'] ?? '');
    expect(blockIds(updated)).toContain('field|unfollows');
    expect(blockIds(updated)).not.toContain('field|finish_rate');
    expect(JSON.stringify(updated)).toContain('half a table');
  });

  it('shows what can’t be under its field, and takes it corrected', async () => {
    const wrong = { 'field|readers': value('90'), 'field|reads': value('80'), 'field|table': value(null) };
    const { text } = await submit(wrong);
    expect(JSON.parse(text)).toEqual({
      response_action: 'errors',
      errors: { 'field|readers': expect.stringContaining('more than reads 80') },
    });
    expect(await numbers()).toEqual([]);
    expect(await submit({ ...wrong, 'field|reads': value('120') })).toEqual({ status: 200, text: '' });
    await door.idle();
    expect(await numbers()).toMatchObject([
      { subject: 'p20', name: 'readers', value: 90, age: 1, on: '2026-11-21', source: 'form' },
      { subject: 'p20', name: 'reads', value: 120 },
    ]);
    expect(lastPost()).toContain('Noted for “Piece 20”, 1 day after it came out: readers 90, reads 120.');
  });

  it('names the row and the column of what is wrong in a table, and takes none of it', async () => {
    const { text } = await submit({ 'field|table': value('标题\t完读率\nPiece 3\t40%\nPiece 4\t560%') });
    const { errors } = JSON.parse(text);
    expect(errors['field|table']).toMatch(/^Row 3, column “完读率”: 560% can’t be/);
    expect(await numbers()).toEqual([]);
    expect(slack.of('chat.postMessage')).toEqual([]);
  });

  it('takes an unlikely number once the box is ticked', async () => {
    const typed = { 'field|push_reads': value('70'), 'field|delivered': value('100') };
    expect(JSON.parse((await submit(typed)).text).errors['field|push_reads']).toContain('tick the box');
    const box = { numbers: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } };
    expect((await submit({ ...typed, 'field|sure': box })).text).toBe('');
    await door.idle();
    expect(await numbers()).toHaveLength(2);
  });

  it('is taken once when it is sent twice', async () => {
    const typed = { 'field|readers': value('90') };
    for (let i = 0; i < 2; i++) expect((await submit(typed)).text).toBe('');
    await door.idle();
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('comes back with what was typed when it is refused after Slack stopped waiting', async () => {
    await door.close();
    door = await openDoor({
      known: WELCOMED,
      spoil: (coach) => ({
        submitNumbers: async (...args) => {
          await new Promise((resolve) => setTimeout(resolve, 2_300));
          return coach.submitNumbers(...args);
        },
      }),
    });
    await keep(account('T0SCRUBBED:b', { items: [item(1)] }));
    const { text } = await submit({ 'field|table': value('标题\t完读率\nPiece 1\t560%') });
    expect(JSON.parse(text)).toMatchObject({ response_action: 'update' });
    await expect.poll(() => slack.of('views.update')).toHaveLength(1);
    const updated = slack.of('views.update')[0]?.['view'] ?? '';
    expect(updated).toContain('Row 2, column “完读率”');
    expect(updated).toContain('Piece 1\\t560%');
  });
});
