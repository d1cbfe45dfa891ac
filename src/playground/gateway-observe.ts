import { z } from 'zod';

import { Block, View } from './block.ts';
import { personOfInbox, personOfUser, userFields, type Profile } from './company.ts';
import type { Reply } from './emulator.ts';
import { PERSONS, type Person } from './page/people.ts';
import type { Scene } from './scene.ts';
import type { Triggers } from './triggers.ts';

type Fields = Readonly<Record<string, string>>;
type Call = { readonly method: string; readonly fields: Fields; readonly reply: Reply };

export type Watched = {
  readonly scene: Scene;
  readonly triggers: Triggers;
  readonly profile: (person: Person) => Profile;
  readonly now: () => Date;
};

/** Shows on the page what a call has done, and completes the reply where the emulator says less than Slack. */
export function createObserver(watched: Watched): (call: Call) => Promise<Reply> {
  const { scene } = watched;
  return async (call) => {
    switch (call.method) {
      case 'users.info':
        return withProfile(watched, call);
      case 'users.list':
        return withProfiles(watched, call);
      case 'chat.postMessage':
      case 'chat.update':
        await onMessage(watched, call);
        return call.reply;
      case 'chat.postEphemeral':
        await onEphemeral(watched, call);
        return call.reply;
      case 'chat.delete':
        await onDelete(scene, call);
        return call.reply;
      case 'views.open':
      case 'views.push':
      case 'views.update':
      case 'views.publish':
        onView(watched, call);
        return call.reply;
      default:
        return call.reply;
    }
  };
}

function withProfile({ profile }: Watched, { fields, reply }: Call): Reply {
  const person = personOfUser(fields['user'] ?? '');
  return person ? { ...reply, user: userFields(person, profile(person)) } : reply;
}

const Listed = z.array(z.looseObject({ id: z.string() }));

function withProfiles({ profile }: Watched, { reply }: Call): Reply {
  const members = Listed.parse(reply['members'] ?? []).map((member) => {
    const person = personOfUser(member.id);
    return person ? userFields(person, profile(person)) : member;
  });
  return { ...reply, members };
}

const Blocks = z.array(Block).default([]);
const Said = z.object({
  channel: z.string(),
  ts: z.string(),
  message: z.object({
    user: z.string(),
    text: z.string().default(''),
    blocks: Blocks,
    metadata: z.unknown().default(null),
  }),
});

async function onMessage({ scene, now }: Watched, { method, reply }: Call): Promise<void> {
  const { channel, ts, message } = Said.parse(reply);
  const inbox = personOfInbox(channel);
  if (!inbox) return;
  const { user, ...said } = message;
  const author = personOfUser(user) ?? 'bot';
  const at = scene.find(inbox, ts)?.at ?? now().toISOString();
  await scene.put({ inbox, ts, author, ...said, at, ephemeral: false, edited: method === 'chat.update' });
}

async function onEphemeral({ scene, now }: Watched, { fields, reply }: Call): Promise<void> {
  const inbox = personOfInbox(fields['channel'] ?? '');
  if (!inbox) return;
  const blocks = Blocks.parse(JSON.parse(fields['blocks'] ?? '[]'));
  const ts = String(reply['message_ts']);
  const text = fields['text'] ?? '';
  const at = now().toISOString();
  await scene.put({ inbox, ts, author: 'bot', text, blocks, metadata: null, at, ephemeral: true, edited: false });
}

async function onDelete(scene: Scene, { fields }: Call): Promise<void> {
  const person = personOfInbox(fields['channel'] ?? '');
  if (person) await scene.remove(person, fields['ts'] ?? '');
}

function onView({ scene, triggers }: Watched, { method, fields, reply }: Call): void {
  const view = View.parse(reply['view']);
  if (view.type === 'home') {
    const person =
      personOfUser(fields['user_id'] ?? '') ?? PERSONS.find((one) => scene.desks()[one].home?.id === view.id);
    if (person) scene.home(person, view);
    return;
  }
  const person = triggers.ownerOf(fields['trigger_id'] ?? '') ?? viewerOf(scene, view.id);
  if (!person) return;
  const open = scene.desks()[person].modals;
  if (method === 'views.open') scene.show(person, [view]);
  else if (method === 'views.push') scene.show(person, [...open, view]);
  else
    scene.show(
      person,
      open.map((before) => (before.id === view.id ? view : before)),
    );
}

const viewerOf = (scene: Scene, view: string): Person | undefined =>
  PERSONS.find((person) => scene.desks()[person].modals.some((modal) => modal.id === view));
