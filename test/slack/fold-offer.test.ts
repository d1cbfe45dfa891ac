import type { KnownBlock } from '@slack/types';
import nock from 'nock';
import { describe, expect, it } from 'vitest';

import type { JsonValue } from '../../src/flow/session.ts';
import { foldOffer } from '../../src/slack/fold-offer.ts';
import { partsMessage } from '../../src/slack/views/post.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { coaching } from '../support/weeks.ts';
import { openDoor } from './door.ts';
import { fixture } from './fixture.ts';
import { mockSlack } from './slack-api.ts';

const say = createSay(coaching.translate, 'en');
const offer = (id: string) => ({
  id,
  title: { key: `action.${id}.title` },
  why: { key: 'why.first_days' },
  signal: { key: `action.${id}.signal` },
  minutes: 10,
});
const message = partsMessage(
  [
    { kind: 'text', text: { key: 'coach.worth-doing' } },
    { kind: 'suggestions', suggestions: ['A37', 'A10', 'A01'].map(offer) },
    { kind: 'presses', presses: [{ name: 'edit', subject: 'x', text: { key: 'slack.card.edit' } }] },
  ],
  say,
);
const wordsOf = (blocks: readonly KnownBlock[]): string => JSON.stringify(blocks);

describe('a message with an offer, once one was picked', () => {
  it('holds that one without its buttons, and whatever else was in it', () => {
    const folded = foldOffer(message, 'A10');
    if (!folded || !('blocks' in folded)) throw new Error('it is to be replaced');
    expect(folded).toMatchObject({ replace_original: true, text: message.text });
    const words = wordsOf(folded.blocks);
    expect(words).toContain('Ask one colleague for ten minutes');
    expect(words).toContain('One of these may be worth your time');
    expect(words).toContain('press|edit|');
    for (const gone of ['Save five titles', 'Call or voice-message', 'press|do|', 'press|dismiss|']) {
      expect(words).not.toContain(gone);
    }
    expect(folded.blocks).toHaveLength(message.blocks.length - 2 * 2 - 1);
  });

  it('goes when it was the answer of a command, for Slack does not say what was in it', () => {
    expect(foldOffer(undefined, 'A10')).toEqual({ delete_original: true });
  });

  it('stays as it is when it offered nothing of the kind', () => {
    expect(foldOffer(message, 'A99')).toBeNull();
    expect(foldOffer({ text: 'Hello', blocks: [] }, 'A10')).toBeNull();
    expect(foldOffer({ text: 'Hello', blocks: 'none' }, 'A10')).toBeNull();
    expect(foldOffer({ blocks: [null, 3, { type: 'actions', elements: [] }] }, 'A10')).toBeNull();
  });
});

describe('at the front door', () => {
  it('is folded in place when it is picked from; the answer comes as a message of its own', async () => {
    const slack = mockSlack();
    const folded: unknown[] = [];
    nock('https://hooks.slack.com')
      .post('/actions/T0SCRUBBED/1/scrubbed')
      .reply(200, async (request: Request) => {
        folded.push(await request.json());
        return 'ok';
      });
    const { send, member, idle, close } = await openDoor({ known: { welcomedOn: '2026-11-02' } });
    const action = { action_id: 'press|do|1', block_id: 'x', value: 'A10', action_ts: '1795420805.000600' };
    const { text, blocks } = message;
    const sent: JsonValue = JSON.parse(JSON.stringify({ text, type: 'message', blocks }));
    const pressed = await fixture('block-actions', { actions: [action], message: null });
    const payload = Object.assign({}, pressed, { message: sent });
    expect((await send({ payload })).status).toBe(200);
    await idle();
    expect((await member())?.actions['A10']?.pickedOn).toBe('2026-11-23');
    expect(slack.of('chat.postMessage')).toMatchObject([{ text: expect.stringContaining('Good choice') }]);
    await expect.poll(() => folded.length).toBe(1);
    expect(folded).toMatchObject([{ replace_original: true }]);
    expect(JSON.stringify(folded)).not.toContain('press|do|');
    await close();
    slack.close();
  });
});
