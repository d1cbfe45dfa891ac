import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { JsonValue } from '../../src/flow/session.ts';
import { openDoor } from './door.ts';
import { commandFields, fixture } from './fixture.ts';
import { choice, choices, people, person, standing, text, time, View } from './panel-form.ts';
import { mockSlack } from './slack-api.ts';

const ME = 'T0SCRUBBED:U0OPERATOR';
const BOSS = 'T0SCRUBBED:U0MANAGER';
const OWN = 'T0SCRUBBED:own';
const OTHERS = 'T0SCRUBBED:others';
const FOREIGN = 'T0ELSEWHERE:account';

const accountOf = (id: string, operators: string[], manager: string | null): Account =>
  Account.parse({ v: 1, id, name: id.split(':')[1] ?? '', platforms: ['weibo'], operators, manager });

let admins: Set<string>;
let slack: ReturnType<typeof mockSlack>;
let door: Awaited<ReturnType<typeof openDoor>>;

beforeEach(async () => {
  admins = new Set();
  slack = mockSlack({
    'users.info': ({ fields: { user = '' } }) => [
      200,
      {
        ok: true,
        user: {
          id: user,
          name: user,
          tz: 'Asia/Shanghai',
          locale: 'en-US',
          is_admin: admins.has(user),
          is_bot: user === 'U0BOT',
          is_restricted: user === 'U0GUEST',
        },
      },
    ],
  });
  door = await openDoor({ known: { welcomedOn: '2026-11-02', greetedOn: '2026-11-02', account: OWN, manager: BOSS } });
  for (const one of [
    accountOf(OWN, [ME], BOSS),
    accountOf(OTHERS, ['T0SCRUBBED:U0ELSE'], null),
    accountOf(FOREIGN, ['T0ELSEWHERE:U1'], null),
  ]) {
    await door.accounts.update(one.id, () => [one, null]);
  }
});
afterEach(async () => {
  await door.close();
  slack.close();
});

const opened = async (method = 'views.open'): Promise<View> => {
  await expect.poll(() => slack.of(method).length).toBeGreaterThan(0);
  return View.parse(JSON.parse(slack.of(method).at(-1)?.['view'] ?? ''));
};
const command = async (words: string): Promise<View> => {
  await door.send({ form: await commandFields({ command: '/bearings', text: words }) });
  return opened();
};
const press = async (value: string): Promise<View> => {
  const action = { action_id: 'press|panel|0', block_id: 'x', value };
  await door.send({ payload: await fixture('block-actions', { actions: [action] }) });
  return opened();
};
const submit = async (private_metadata: string, values: JsonValue, hash = 'h1') => {
  const view = { callback_id: 'panel', private_metadata, hash, state: { values } };
  const { status, text: body } = await door.send({ payload: await fixture('view-submission', { view }) });
  await door.idle();
  return { status, body, errors: body === '' ? undefined : JSON.parse(body).errors };
};
const send = (view: View, changes: Record<string, JsonValue> = {}, hash?: string) =>
  submit(view.private_metadata, { ...standing(view), ...changes }, hash);
const account = (id: string) => door.accounts.read(id);

describe('own settings', () => {
  it.each(['settings', '设置'])('open on /bearings %s with what holds, and are saved whole', async (word) => {
    const view = await command(word);
    expect(JSON.stringify(view)).toContain('Your time zone is');
    const { status, body } = await send(view, {
      'field|time': time('10:15'),
      'field|week': choices('1', '2', '3', '4', '6'),
      'field|off': text('12月24日-12月26日\n2027-01-04'),
      'field|suggestions': choice('none'),
      'field|language': choice('zh-CN'),
    });
    expect(status).toBe(200);
    // In the language that was just chosen.
    expect(body).toContain('已保存。工作日 10:15 来问今日小结。');
    expect(await door.member()).toMatchObject({
      checkInAt: '10:15',
      calendar: { week: [1, 2, 3, 4, 6], off: ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-04'] },
      suggestions: 'none',
      locale: 'zh-CN',
      localeChosen: true,
    });
    // Home is drawn again, in that language too.
    await expect.poll(() => slack.of('views.publish').length).toBeGreaterThan(0);
    expect(slack.of('views.publish').at(-1)?.['view']).toMatch(/[一-鿿]{4}/u);
  });

  it('sent as they were opened change nothing but what nobody sees', async () => {
    const before = await door.member();
    await send(await command('settings'));
    const after = await door.member();
    for (const field of ['checkInAt', 'calendar', 'suggestions', 'locale', 'localeChosen', 'paused'] as const) {
      expect(after?.[field]).toEqual(before?.[field]);
    }
  });

  it('say under each field what to put right, in plain words without stars, and save none of it', async () => {
    const { body, errors } = await send(await command('settings'), {
      'field|time': time('22:30'),
      'field|week': choices(),
      'field|off': text('2026-12-24\nnext summer some time'),
    });
    expect(Object.keys(errors)).toEqual(['field|time', 'field|week', 'field|off']);
    expect(errors['field|off']).toContain('“next summer some time”');
    expect(body).toContain('response_action":"errors');
    expect(body).not.toContain('*');
    expect((await door.member())?.checkInAt).toBe('16:30');
  });

  it('come back with all that was typed when they are refused after Slack stopped waiting', async () => {
    await door.close();
    door = await openDoor({
      known: { welcomedOn: '2026-11-02', account: OWN },
      spoil: (coach) => ({
        submitPanel: async (...args) => {
          await new Promise((resolve) => setTimeout(resolve, 2_300));
          return coach.submitPanel(...args);
        },
      }),
    });
    const view = await command('settings');
    await send(view, { 'field|time': time('22:30'), 'field|off': text('some day'), 'field|pause': choices('yes') });
    const again = standing(await opened('views.update'));
    expect(again).toMatchObject({
      'field|time': { 'panel-field': { selected_time: '22:30' } },
      'field|off': { 'panel-field': { value: 'some day' } },
      'field|pause': { 'panel-field': { selected_options: [{ value: 'yes' }] } },
    });
  });

  it('pause, and say how it ends', async () => {
    const { body } = await send(await command('settings'), { 'field|pause': choices('yes') });
    expect(body).toContain('/bearings back');
    expect(await door.member()).toMatchObject({ paused: { why: 'asked' }, dueAt: null });
    await send(await command('settings'), { 'field|pause': choices() }, 'h2');
    expect((await door.member())?.paused).toBeNull();
  });
});

describe('the settings of an account', () => {
  it.each(['account', '账号'])('open on /bearings %s, and are saved once when they are sent twice', async (word) => {
    const view = await command(word);
    const typed = {
      'field|name': text('Pumps Daily'),
      'field|promo': text('30 %'),
      'field|lead': choice('inquiries'),
      'field|by-itself': choices('yes'),
    };
    for (const _ of [1, 2]) expect((await send(view, typed)).errors).toBeUndefined();
    expect(await account(OWN)).toMatchObject({
      name: 'Pumps Daily',
      platforms: ['weibo'],
      promoCap: 0.3,
      leadMetric: 'inquiries',
      manager: BOSS,
      sendsByItself: true,
    });
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('say under each field what to put right', async () => {
    const { errors } = await send(await command('account'), {
      'field|name': text('  '),
      'field|platforms': choices(),
      'field|promo': text('140'),
      'field|manager': person('U0BOT'),
    });
    expect(Object.keys(errors).toSorted()).toEqual(['field|manager', 'field|name', 'field|platforms', 'field|promo']);
    expect((await account(OWN))?.name).toBe('own');
  });

  it.each([OTHERS, FOREIGN, 'T0SCRUBBED:never'])('of %s open for nobody else, and take nothing forged', async (id) => {
    const before = await account(id);
    const view = await press(`account|${id}`);
    expect(JSON.stringify(view)).toContain('This is only for');
    expect(view.submit).toBeUndefined();
    const forged = await submit(`account|${id}`, {
      'field|name': text('Mine'),
      'field|promo': text('1'),
      'field|platforms': choices('weibo'),
    });
    expect(forged.body).toContain('nothing was saved');
    expect(await account(id)).toEqual(before);
  });

  it('let nobody but the operator have the week sent by itself', async () => {
    admins.add('U0OPERATOR');
    const view = await press(`account|${OTHERS}`);
    expect(JSON.stringify(view)).not.toContain('field|by-itself');
    await send(view, { 'field|name': text('Valves'), 'field|by-itself': choices('yes') });
    expect(await account(OTHERS)).toMatchObject({ name: 'Valves', sendsByItself: false });
  });
});

describe('the settings of a workspace', () => {
  it.each(['workspace', '工作区'])('open on /bearings %s for an admin', async (word) => {
    admins.add('U0OPERATOR');
    await send(await command(word), {
      'field|holidays': choice('none'),
      'field|week': choices('1', '2', '3', '4'),
      'field|off': text('2026-12-24 – 2026-12-25'),
      'field|admins': people('U0ELSE'),
      'field|keep': text('９０'),
    });
    expect(await door.workspaces.read('T0SCRUBBED')).toMatchObject({
      country: 'none',
      week: [1, 2, 3, 4],
      off: ['2026-12-24', '2026-12-25'],
      admins: ['T0SCRUBBED:U0ELSE'],
      keepDays: 90,
    });
    expect((await door.member())?.house).toMatchObject({ week: [1, 2, 3, 4], off: ['2026-12-24', '2026-12-25'] });
  });

  it('say under each field what to put right', async () => {
    admins.add('U0OPERATOR');
    const { errors } = await send(await command('workspace'), {
      'field|week': choices(),
      'field|off': text('Friday 13'),
      'field|admins': people('U0GUEST'),
      'field|keep': text('30'),
    });
    expect(Object.keys(errors).toSorted()).toEqual(['field|admins', 'field|keep', 'field|off', 'field|week']);
    expect(errors['field|keep']).toContain('from 90 to 1825');
    expect((await door.workspaces.read('T0SCRUBBED')).admins).toEqual([]);
  });

  it('are not for those who do not look after it', async () => {
    const view = await command('workspace');
    expect(JSON.stringify(view)).toContain('This is only for');
    const forged = await submit('workspace', { 'field|week': choices('1'), 'field|keep': text('90') });
    expect(forged.body).toContain('nothing was saved');
    expect((await door.workspaces.read('T0SCRUBBED')).keepDays).toBe(400);
  });

  it('stop being somebody’s between opening and sending', async () => {
    await door.workspaces.update('T0SCRUBBED', (known) => ({ ...known, admins: [ME] }));
    const view = await command('workspace');
    await door.workspaces.update('T0SCRUBBED', (known) => ({ ...known, admins: [] }));
    expect((await send(view, { 'field|keep': text('90') })).body).toContain('nothing was saved');
    expect((await door.workspaces.read('T0SCRUBBED')).keepDays).toBe(400);
  });
});

describe('questions of one’s own', () => {
  const ASKED = { 'field|text': text('Which customer question came up?'), 'field|audience': choice('operator') };

  it('are added and removed in one form, and said to whoever is asked', async () => {
    admins.add('U0OPERATOR');
    const view = await press(`questions|${OTHERS}`);
    expect(JSON.stringify(view)).toContain('Not for attendance or grading');
    for (const _ of [1, 2]) expect((await send(view, ASKED)).errors).toBeUndefined();
    expect((await account(OTHERS))?.questions).toMatchObject([{ audience: 'operator', kind: 'text', by: ME }]);
    const said = slack.of('chat.postMessage').filter((message) => message['text']?.includes('added a question'));
    expect(said).toHaveLength(1);
    expect(said[0]?.['text']).toContain('Only you see your answers.');
    const [question] = (await account(OTHERS))?.questions ?? [];
    await send(await press(`questions|${OTHERS}`), { 'field|remove': choices(question?.id ?? '') }, 'h2');
    expect((await account(OTHERS))?.questions).toEqual([]);
    expect((await door.workspaces.read('T0SCRUBBED')).questions).toEqual([]);
  });

  it('about attendance, marks or mood are turned down with what to ask instead', async () => {
    admins.add('U0OPERATOR');
    const { errors } = await send(await command('questions'), { 'field|text': text('今天几点打卡？') });
    expect(errors['field|text']).toContain('Which customer question came up today?');
    expect((await door.workspaces.read('T0SCRUBBED')).questions).toEqual([]);
  });

  it.each(['', `|${OWN}`, `|${OTHERS}`, `|${FOREIGN}`])(
    'are not an operator’s to add (questions%s)',
    async (subject) => {
      expect((await submit(`questions${subject}`, ASKED)).body).toContain('nothing was saved');
      for (const id of [OWN, OTHERS, FOREIGN]) expect((await account(id))?.questions).toEqual([]);
      expect((await door.workspaces.read('T0SCRUBBED')).questions).toEqual([]);
    },
  );
});
