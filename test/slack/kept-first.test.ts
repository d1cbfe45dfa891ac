import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSlackApp } from '../../src/slack/app.ts';
import { clientOptions } from '../../src/slack/client.ts';
import { createSlackDirectory } from '../../src/slack/directory.ts';
import { fixture } from './fixture.ts';
import { INSTALLED } from './presence.ts';
import { stageFor } from './quiet-coach.ts';
import { mockSlack } from './slack-api.ts';

let slack: ReturnType<typeof mockSlack>;
beforeEach(() => {
  slack = mockSlack();
});
afterEach(() => slack.close());

const now = (): Date => new Date('2026-11-23T08:30:00Z');

/** The bot behind a socket, its envelopes handed in by us; `order` is what happened in which order. */
async function socket(hear: () => Promise<void>) {
  const order: string[] = [];
  const { coach, translate } = await stageFor(async () => {
    await hear();
    order.push('kept');
  });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const client = new WebClient('xoxb-1', clientOptions({}, log));
  const clientFor = async (): Promise<WebClient> => client;
  const config = { mode: 'socket', appToken: 'xapp-1', botToken: 'xoxb-1' } as const;
  const directory = createSlackDirectory(clientFor, ['en', 'zh-CN']);
  const { app } = createSlackApp({ ...INSTALLED, slack: config, coach, translate, clientFor, directory, log, now });
  const hand = async (name: string): Promise<void> => {
    const body = Object(await fixture(name));
    await app.processEvent({ body, ack: async () => void order.push('acked') });
  };
  return { hand, order };
}

const working = async (): Promise<void> => {};
const broken = async (): Promise<void> => Promise.reject(new Error('away'));

describe('over a socket too', () => {
  it.each(['message', 'block-actions'])('%s is acked after it is kept', async (name) => {
    const { hand, order } = await socket(working);
    await hand(name);
    expect(order).toEqual(['kept', 'acked']);
  });

  it('an event that could not be kept is not acked, so that it comes again', async () => {
    const { hand, order } = await socket(broken);
    await expect(hand('message')).rejects.toThrow('away');
    expect(order).toEqual([]);
  });

  it('a button that could not be kept is acked, for the person is told', async () => {
    const { hand, order } = await socket(broken);
    await hand('block-actions');
    expect(order).toEqual(['acked']);
    await expect.poll(() => slack.of('chat.postMessage')).toHaveLength(1);
  });
});
