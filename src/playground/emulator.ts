import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';

import { createEmulator } from 'emulate';

import { APP, TEAM } from './company.ts';
import { createIds, type Ids } from './ids.ts';
import { IDS, perPerson, PERSONS, type Person } from './page/people.ts';

export type Reply = { readonly ok: boolean; readonly error?: string; readonly [field: string]: unknown };

/** Slack's Web API on loopback, spoken to in ids that stay the same from start to start. */
export type Emulator = {
  readonly ids: Ids;
  readonly tokens: Readonly<Record<Person | 'bot', string>>;
  call(method: string, token: string, fields: Readonly<Record<string, string>>): Promise<Reply>;
  stop(): Promise<void>;
};

export async function startEmulator(): Promise<Emulator> {
  const tokens = { ...perPerson(() => token('xoxp')), bot: token('xoxb') };
  const emulator = await createEmulator({ service: 'slack', port: await freePort(), seed: { slack: seedOf(tokens) } });
  const ids = createIds();
  const call: Emulator['call'] = async (method, token, fields) => {
    const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, ids.toTheirs(value)]));
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body,
    });
    if (!response.ok) return { ok: false, error: response.status === 404 ? 'unknown_method' : 'internal_error' };
    const reply: Reply = JSON.parse(ids.toOurs(await response.text()));
    return reply;
  };
  await bindPersons({ ids, tokens, call });
  return { ids, tokens, call, stop: () => emulator.close() };
}

/** Gives both people, and the direct message with each, the ids that we know them by. */
async function bindPersons({ ids, tokens, call }: Pick<Emulator, 'ids' | 'tokens' | 'call'>): Promise<void> {
  for (const person of PERSONS) {
    const who = await call('auth.test', tokens[person], {});
    ids.bind(IDS[person].user, String(who['user_id']));
    const opened = await call('conversations.open', tokens.bot, { users: IDS[person].user });
    const { channel } = opened;
    if (typeof channel !== 'object' || channel === null || !('id' in channel))
      throw new Error(`the emulator: ${opened.error}`);
    ids.bind(IDS[person].inbox, String(channel.id));
  }
}

function seedOf(tokens: Emulator['tokens']): Record<string, unknown> {
  const app = { app_id: APP.id, bot_id: APP.bot, bot_user_id: APP.user };
  return {
    team: { name: 'Example Co.', domain: TEAM.domain },
    users: PERSONS.map((name) => ({ name, real_name: name })),
    oauth_apps: [
      {
        ...app,
        client_id: 'playground',
        client_secret: token('secret'),
        name: 'Bearings',
        redirect_uris: [],
        bot_name: 'bearings',
      },
    ],
    tokens: [
      ...PERSONS.map((person) => ({ token: tokens[person], user: person, type: 'user' })),
      { ...app, token: tokens.bot, user: 'bearings', type: 'bot' },
    ],
  };
}

const token = (kind: string): string => `${kind}-playground-${randomBytes(12).toString('hex')}`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
