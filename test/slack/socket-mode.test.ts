import { afterEach, describe, expect, it, vi } from 'vitest';

import { openDoor } from './door.ts';
import { fixture } from './fixture.ts';
import { startSocketSlack } from './socket-slack.ts';

/** A busy machine is slow, not wrong. */
const WAIT = { timeout: 15_000 };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function connect(spoil: NonNullable<Parameters<typeof openDoor>[0]>['spoil'] = () => ({})) {
  const slack = await startSocketSlack();
  ends.push(() => slack.stop());
  const how = { mode: 'socket', appToken: 'xapp-scrubbed', botToken: 'xoxb-scrubbed', apiUrl: slack.apiUrl } as const;
  const door = await openDoor({ slack: how, known: { welcomedOn: '2026-11-02', inbox: 'D0OPERATOR' }, spoil });
  ends.push(() => door.close());
  return { slack, door };
}

const typed = async (text: string, id: string): Promise<object> => ({
  type: 'events_api',
  envelope_id: `envelope-${id}`,
  accepts_response_payload: false,
  payload: await fixture('message', { event_id: id, event: { text } }),
});

describe('Socket Mode', () => {
  it('connects to the Slack it was told of, takes a message, answers it and acks the envelope', async () => {
    const { slack, door } = await connect();
    slack.send(await typed('check in', 'Ev1'));
    await vi.waitFor(() => expect(slack.acks).toEqual(['envelope-Ev1']), WAIT);
    await door.idle();
    expect(slack.of('chat.postMessage')).toHaveLength(1);
    expect((await door.member())?.session?.flow).toBe('daily-check-in');
  });

  it('takes an envelope that Slack delivers again once, and acks it again', async () => {
    const { slack, door } = await connect();
    slack.send(await typed('check in', 'Ev1'));
    slack.send(await typed('check in', 'Ev1'));
    await vi.waitFor(() => expect(slack.acks).toHaveLength(2), WAIT);
    await door.idle();
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('does not ack what could not be kept, so that Slack delivers it again', async () => {
    let isAway = true;
    const { slack, door } = await connect((coach) => ({
      hear: async (...heard) => {
        if (isAway) throw new Error('the store is away');
        await coach.hear(...heard);
      },
    }));
    slack.send(await typed('check in', 'Ev1'));
    await vi.waitFor(() => expect(slack.of('chat.postMessage')).toHaveLength(1), WAIT);
    expect(slack.acks).toEqual([]);
    isAway = false;
    slack.send(await typed('check in', 'Ev1'));
    await vi.waitFor(() => expect(slack.acks).toEqual(['envelope-Ev1']), WAIT);
    await door.idle();
    expect((await door.member())?.session?.flow).toBe('daily-check-in');
  });

  it('goes over to a new socket when Slack refreshes the connection', async () => {
    const { slack, door } = await connect();
    slack.send({ type: 'disconnect', reason: 'refresh_requested' });
    await vi.waitFor(() => expect(slack.links).toHaveLength(2), WAIT);
    slack.send(await typed('check in', 'Ev2'));
    await vi.waitFor(() => expect(slack.acks).toEqual(['envelope-Ev2']), WAIT);
    await door.idle();
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });
});
