import { randomBytes } from 'node:crypto';

import type { Catalogs } from '../translate.ts';
import { createActor } from './actor.ts';
import { createBotLine } from './bot-line.ts';
import type { Profile } from './company.ts';
import { startEmulator } from './emulator.ts';
import { createGateway } from './gateway.ts';
import type { Journal } from './journal.ts';
import { pageWords } from './page-words.ts';
import type { Person } from './page/people.ts';
import { createPatience } from './patience.ts';
import { replay } from './replay.ts';
import { createReplies } from './replies.ts';
import type { Routes } from './routes.ts';
import { createScene } from './scene.ts';
import { listen } from './server.ts';
import { createTriggers } from './triggers.ts';

export type PlaygroundOptions = {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly journal: Journal;
  readonly catalogs: Catalogs;
  /** The time zone of both people; the machine's own unless given. */
  readonly zone?: string;
  /** A line for whoever started it; ids and codes only. */
  readonly warn: (line: string) => void;
};

export type Playground = {
  /** The page. */
  readonly url: string;
  /** What the bot needs to take this for Slack. */
  readonly slack: { readonly botToken: string; readonly signingSecret: string; readonly apiUrl: string };
  /** Where the bot listens, once it does: its whole address, `/slack/events` included. */
  useApp(address: string): void;
  stop(): Promise<void>;
};

/** Starts a Slack on loopback and the page to act in it; the chat of last time is there again. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { journal, warn } = options;
  const zone = options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const signingSecret = randomBytes(16).toString('hex');
  const words = pageWords(options.catalogs);
  let address: string | null = null;
  let routes: Routes | null = null;
  const server = await listen(() => routes, options);
  const patience = createPatience((error) => warn(`the chat could not be kept: ${String(error)}`));
  const emulator = await startEmulator();
  const scene = await createScene(journal, patience.keep);
  await replay(emulator, scene);
  const triggers = createTriggers(emulator);
  const replies = createReplies(scene, server.url);
  const profile = (person: Person): Profile => {
    const locale = scene.locale() ?? 'en';
    return { name: words[locale][`person.${person}`] ?? person, locale, zone };
  };
  const gateway = createGateway({ emulator, scene, triggers, profile, warn });
  const bot = createBotLine(signingSecret, () => address);
  const act = createActor({ bot, emulator, gateway, scene, replies, triggers, profile });
  routes = { scene, gateway, replies, act, words, warn };
  return {
    url: server.url,
    slack: { botToken: emulator.tokens.bot, signingSecret, apiUrl: `${server.url}/api/` },
    useApp: (heard) => void (address = heard),
    async stop() {
      await server.stop();
      await patience.settled();
      await emulator.stop();
    },
  };
}
