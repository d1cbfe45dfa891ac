import { randomBytes, randomUUID } from 'node:crypto';

import type { Locale } from '../coaching/member.ts';
import type { CompanyKind } from '../config.ts';
import type { Catalogs } from '../translate.ts';
import { createActor } from './actor.ts';
import { createBotLine } from './bot-line.ts';
import { createClock, type Clock } from './clock.ts';
import type { Profile } from './company.ts';
import { startEmulator } from './emulator.ts';
import { startExample, whileLiving } from './example-start.ts';
import { createGateway } from './gateway.ts';
import type { Journal } from './journal.ts';
import type { Plan } from './moves.ts';
import { pageWords } from './page-words.ts';
import type { Person } from './page/people.ts';
import { createPatience } from './patience.ts';
import { replay } from './replay.ts';
import { createReplies } from './replies.ts';
import type { Routes } from './routes.ts';
import { createScene } from './scene.ts';
import { listen } from './server.ts';
import { createTime } from './time.ts';
import { createTriggers } from './triggers.ts';
import { createUploads } from './uploads.ts';

export type PlaygroundOptions = {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly journal: Journal;
  readonly catalogs: Catalogs;
  /** The time zone of both people. */
  readonly zone?: string;
  /** Begins to start over, unless that is under way; left out where what is here is not ours to throw away. */
  readonly startOver?: (company: CompanyKind) => boolean;
  /** A line for whoever started it; ids and codes only. */
  readonly warn: (line: string) => void;
};

export type Playground = {
  /** The page. */
  readonly url: string;
  /** What the bot needs to take this for Slack. */
  readonly slack: { readonly botToken: string; readonly signingSecret: string; readonly apiUrl: string };
  readonly clock: Clock;
  readonly locale: () => Locale | null;
  /** Where the bot listens, once it does: its whole address, `/slack/events` included, and what it has planned. */
  useApp(address: string, plan?: Plan): void;
  /** Has the example company live in it, once there is a bot; resolves when the page is its reader's. */
  liveExample(): Promise<void>;
  /** It is about to be stopped: what fails from here on is no news. */
  leave(): void;
  stop(): Promise<void>;
};

const ZONE = 'Asia/Shanghai';

/** Starts a Slack on loopback and the page to act in it; the chat of last time is there again. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { journal, warn, zone = ZONE, startOver = null } = options;
  let isStopping = false;
  const signingSecret = randomBytes(16).toString('hex');
  const words = pageWords(options.catalogs);
  let address: string | null = null;
  let plan: Plan | null = null;
  let routes: Routes | null = null;
  const server = await listen(() => routes, options);
  const patience = createPatience((error) => warn(`the chat could not be kept: ${String(error)}`));
  const emulator = await startEmulator();
  const scene = await createScene(journal, patience.keep);
  await replay(emulator, scene);
  const triggers = createTriggers(emulator);
  const replies = createReplies(scene, server.url);
  const uploads = createUploads(journal, server.url);
  const clock = createClock({ aheadMs: await journal.ahead(), keep: (ms) => patience.keep(journal.keepAhead(ms)) });
  const profile = (person: Person): Profile => {
    const locale = scene.locale() ?? 'en';
    return { name: words[locale]?.[`person.${person}`] ?? person, locale, zone };
  };
  const time = createTime({ clock, plan: () => plan, zone, scene });
  const gateway = createGateway({ emulator, scene, triggers, uploads, profile, now: clock.now, warn });
  const bot = createBotLine(signingSecret, () => address);
  const act = createActor({
    bot,
    emulator,
    gateway,
    scene,
    replies,
    triggers,
    profile,
    languages: Object.keys(words),
    now: clock.now,
    time,
    startOver,
  });
  routes = {
    scene,
    gateway,
    replies,
    uploads,
    file: (id) => journal.file(id),
    act: whileLiving(act, { time, scene }),
    words,
    time,
    start: randomUUID(),
    mayStartOver: startOver !== null,
    now: clock.now,
    warn,
  };
  return {
    url: server.url,
    clock,
    locale: () => scene.locale(),
    slack: { botToken: emulator.tokens.bot, signingSecret, apiUrl: `${server.url}/api/` },
    useApp(heard, planned) {
      address = heard;
      plan = planned ?? null;
    },
    async liveExample() {
      if (plan)
        await startExample(
          { act, scene, clock, time, zone, warn, languages: Object.keys(words), isStopping: () => isStopping },
          plan,
        );
    },
    leave() {
      isStopping = true;
    },
    async stop() {
      isStopping = true;
      await server.stop();
      await patience.settled();
      await emulator.stop();
    },
  };
}
