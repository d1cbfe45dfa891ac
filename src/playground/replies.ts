import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { Block, named } from './block.ts';
import type { Entry } from './journal.ts';
import type { Person } from './page/people.ts';
import { secondsOf } from './payloads/envelope.ts';
import type { Scene } from './scene.ts';

const Body = z.object({
  response_type: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(z.record(z.string(), z.unknown())).default([]),
  replace_original: z.union([z.boolean(), z.stringbool()]).default(false),
  delete_original: z.union([z.boolean(), z.stringbool()]).default(false),
});

type Place = { readonly person: Person; readonly ts: string | null };

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** Words that go to one person and to nobody else, and the addresses (`response_url`) that they are sent to. */
export type Replies = {
  /** An address for answers to what the person did, there if it was in a message. */
  make(person: Person, original: string | null, now: Date): string;
  /** False when the address is unknown, old or used up. */
  take(address: string, json: unknown, now: Date): Promise<boolean>;
  /** A body that a command was acknowledged with: JSON, plain words, or nothing. */
  say(person: Person, body: string, now: Date): Promise<void>;
};

export function createReplies(scene: Scene, base: string): Replies {
  const open = new Map<string, Place & { readonly until: number; left: number }>();
  return {
    make(person, ts, now) {
      const id = randomUUID();
      open.set(id, { person, ts, until: now.getTime() + LIFE_MS, left: USES });
      return `${base}/response/${id}`;
    },
    async take(address, json, now) {
      const place = open.get(address);
      const body = Body.safeParse(json);
      if (!place || !body.success || place.until < now.getTime() || place.left-- <= 0) return false;
      await put(scene, place, body.data, now);
      return true;
    },
    async say(person, body, now) {
      if (body.trim() === '') return;
      await put(scene, { person, ts: null }, Body.parse(body.startsWith('{') ? JSON.parse(body) : { text: body }), now);
    },
  };
}

async function put(scene: Scene, { person, ts }: Place, body: z.infer<typeof Body>, now: Date): Promise<void> {
  if (body.delete_original && ts !== null) return await scene.remove(person, ts);
  const original = body.replace_original && ts !== null ? scene.find(person, ts) : undefined;
  const said = { text: body.text, blocks: z.array(Block).parse(named(body.blocks)) };
  await scene.put(original ? { ...original, ...said, edited: true } : { ...whispered(person, now), ...said });
}

const whispered = (inbox: Person, now: Date): Omit<Entry, 'text' | 'blocks'> => ({
  inbox,
  author: 'bot',
  ts: secondsOf(new Date()),
  at: now.toISOString(),
  metadata: null,
  ephemeral: true,
  edited: false,
});
