import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { Locale } from '../coaching/member.ts';
import { Element } from '../coaching/position.ts';
import { toSubject } from '../coaching/subject.ts';
import type { Message } from './messages.ts';
import { MANAGER, OPERATOR, type Lived } from './week-live.ts';

/** What the operator of the example company answers in each exercise, by question. */
const Answers = z.record(Locale, z.partialRecord(Element, z.record(z.string(), z.string())));

const DAY = '2026-11-30';
const SHARED = ['purpose', 'audience'] as const;

/** The position as it grows: the empty list, the exercises, the canvas of an operator and of a manager. */
export async function positioningMessages(lived: Lived, locale: Locale): Promise<Message[]> {
  const answers = Answers.parse(
    JSON.parse(await readFile(new URL('positioning-answers.json', import.meta.url), 'utf8')),
  )[locale];
  const [account] = await lived.stores.accounts.of(OPERATOR);
  const at = lived.at(DAY, '14:00');
  const messages: Message[] = [];
  const ask = async (name: string, who: string, words: string): Promise<void> => {
    const to = who === MANAGER ? 'manager' : 'operator';
    const before = lived.said.length;
    const { parts } = await lived.coach.positioning(who, words, { id: name, at });
    await lived.coach.idle();
    const said = lived.said.slice(before).find((one) => one.to === who);
    messages.push({ name, to, parts: said?.parts ?? parts });
  };
  await ask('positioning-empty', OPERATOR, '');
  for (const [element, given] of Object.entries(answers ?? {})) {
    await lived.press(OPERATOR, { name: 'exercise', subject: toSubject(account?.id ?? '', element) }, at);
    await lived.answer(OPERATOR, given ?? {}, at);
    const last = lived.said.findLast(({ to }) => to === OPERATOR);
    if (last) messages.push({ name: `exercise-${element}`, to: 'operator', parts: last.parts });
    const share = lived.shown(OPERATOR, 'share-element');
    if (share && SHARED.some((one) => one === element)) await lived.press(OPERATOR, share, at);
  }
  await ask('positioning', OPERATOR, '');
  await ask('canvas', OPERATOR, 'show');
  await ask('canvas-manager', MANAGER, 'show');
  await ask('positioning-manager', MANAGER, '');
  await ask('positioning-history', OPERATOR, 'history');
  await ask('positioning-export', OPERATOR, 'export');
  await ask('positioning-help', OPERATOR, 'help');
  return messages;
}
