import { setTimeout as pause } from 'node:timers/promises';

import { nearestLanguage } from '../coaching/languages.ts';
import type { Locale } from '../coaching/member.ts';
import type { Act, Outcome } from './act.ts';
import type { Clock } from './clock.ts';
import { readScript } from './example-script.ts';
import { livesThrough } from './example.ts';
import type { Plan } from './moves.ts';
import { LEADS } from './page/people.ts';
import type { Scene } from './scene.ts';
import type { Time } from './time.ts';

type World = {
  readonly act: (act: Act) => Promise<Outcome>;
  readonly scene: Scene;
  readonly clock: Clock;
  readonly time: Time;
  readonly zone: string;
  /** All that can be spoken. */
  readonly languages: readonly Locale[];
  /** What fails while all is being stopped is no news. */
  readonly isStopping: () => boolean;
  readonly warn: (line: string) => void;
};

/** So long a page may take to say which language its reader speaks. */
const PATIENCE_MS = 12_000;
const LOOK_MS = 50;

/** Fills an empty playground with the example company, in the language of whoever looks on. Never throws. */
export const startExample = (world: World, plan: Plan): Promise<void> =>
  world.time.during(async (step) => {
    try {
      await livesThrough(await readScript(await languageOf(world)), { ...world, plan }, step);
    } catch (error) {
      if (world.isStopping()) return;
      world.warn(`the example company stopped halfway: ${error instanceof Error ? error.message : String(error)}`);
    }
    for (const person of LEADS) await world.act({ kind: 'open', person, tab: 'home' });
  });

/** That of the page, else that of the machine. */
async function languageOf({ scene, languages }: World): Promise<Locale> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOK_MS)) {
    const locale = scene.locale();
    if (locale !== null) return locale;
  }
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = nearestLanguage(LC_ALL || LC_MESSAGES || LANG, languages);
  await scene.speak(locale);
  return locale;
}

/**
 * While the example company lives nobody may act in its people's names, nor change their language midway; whoever opens
 * the page meets them afterwards.
 */
export const whileLiving =
  (act: (act: Act) => Promise<Outcome>, { time, scene }: Pick<World, 'time' | 'scene'>) =>
  (asked: Act): Promise<Outcome> => {
    const isFirstWord = asked.kind === 'language' && scene.locale() === null;
    if (isFirstWord || time.shown().moving !== 'example') return act(asked);
    return Promise.resolve({ kind: asked.kind === 'open' ? 'done' : 'moving' });
  };
