import { WebClient } from '@slack/web-api';

import { coachingOf } from '../../src/coaching-of.ts';
import type { Coach } from '../../src/coaching/coach.ts';
import { createCoach } from '../../src/coaching/create-coach.ts';
import type { Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { SlackConfig } from '../../src/config.ts';
import { readContent } from '../../src/content.ts';
import { createMemoryClockwork } from '../../src/memory/clockwork.ts';
import { createMemoryState } from '../../src/memory/state.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { clientOptions } from '../../src/slack/client.ts';
import { createSlackDirectory } from '../../src/slack/directory.ts';
import { createSlackMessenger } from '../../src/slack/messenger.ts';
import { SECRET, signedPost, type Sent } from '../support/signed-post.ts';
import { INSTALLED } from './presence.ts';

const PROFILE = { name: 'Operator', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
const ME = 'T0SCRUBBED:U0OPERATOR';
const content = await readContent(new URL('../../', import.meta.url));

type Options = {
  readonly known?: Partial<Member>;
  readonly spoil?: (coach: Coach) => Partial<Coach>;
  /** HTTP with nock's Slack, unless told otherwise. */
  readonly slack?: SlackConfig;
};

const HTTP = { mode: 'http', signingSecret: SECRET, botToken: 'xoxb-scrubbed' } as const;

const now = (): Date => new Date('2026-11-23T08:30:00Z');

/** The real bot behind a real port, over memory; what it logs is kept to be looked at. */
export async function openDoor({ known, spoil = () => ({}), slack = HTTP }: Options = {}) {
  const stores = createMemoryState();
  const logged: string[] = [];
  const note = (fields: object, message: string): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log = { info: note, warn: note, error: note };
  const client = new WebClient('xoxb-scrubbed', clientOptions(slack, log));
  const clientFor = async (): Promise<WebClient> => client;
  const coaching = coachingOf(content);
  const { translate } = coaching;
  const directory = createSlackDirectory(clientFor, ['en', 'zh-CN']);
  const messenger = createSlackMessenger({ clientFor, translate, now });
  const onFailure = (error: unknown): void => void logged.push(`unsaid ${String(error)}`);
  const real = createCoach({ ...createMemoryClockwork(), coaching, ...stores, directory, messenger, onFailure });
  const coach: Coach = { ...real, ...spoil(real) };
  if (known) {
    await stores.members.update(ME, () => ({ member: { ...newMember(ME, PROFILE), ...known }, result: null }));
  }
  const app = createSlackApp({ ...INSTALLED, slack, coach, translate, clientFor, directory, log, now });
  const server = await app.start({ host: '127.0.0.1', port: 0 });
  const address = server?.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    ...stores,
    coach,
    logged,
    send: (sent: Sent) => signedPost(`http://127.0.0.1:${port}/slack/events`, sent),
    member: () => stores.members.read(ME),
    idle: (): Promise<void> => coach.idle(),
    close: async (): Promise<void> => {
      await app.stop();
      await coach.idle();
    },
  };
}
