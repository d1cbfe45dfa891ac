import { TZDate } from '@date-fns/tz';

import { createCoach } from '../../src/coaching/create-coach.ts';
import type { Coaching } from '../../src/coaching/decision.ts';
import { Locale } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { Directory, Messenger } from '../../src/coaching/ports.ts';
import { PressName } from '../../src/coaching/post.ts';
import { createMemoryState } from '../../src/memory/state.ts';
import { plainLines } from '../../src/plain-post.ts';

const ME = 'T1:U1';
const ZONE = 'Asia/Shanghai';
const PROFILE = { name: 'Operator', zone: ZONE, kind: 'person' } as const;

/**
 * Plays what the person does in a transcript (`user`, `press`, `at`, `checkin` lines) against the real coach
 * and gives the whole conversation back, with what the bot says now.
 */
export async function replay(coaching: Coaching, file: string): Promise<string> {
  const [first = '', ...lines] = file.trimEnd().split('\n');
  const locale = Locale.parse(first.replace('locale', '').trim());
  const said: string[] = [first];
  const stores = createMemoryState();
  const speak = (text: readonly string[]): void => {
    said.push(...text.map((line, i) => `${i === 0 ? 'bot  ' : '     '} ${line}`.trimEnd()));
  };
  const messenger: Messenger = {
    async deliver(member, post) {
      speak(plainLines(coaching.translate, member.locale, post.parts));
      return { member: member.id, post: post.id, inbox: 'D1', ts: post.id, asks: true };
    },
    async collapse(member, _where, { taken }) {
      for (const { label, value } of taken) [label, value].map((text) => coaching.translate(member.locale, text));
    },
  };
  const directory: Directory = { profile: async () => ({ ...PROFILE, locale }) };
  const coach = createCoach({
    coaching,
    ...stores,
    messenger,
    directory,
    onFailure: (error) => {
      throw error;
    },
  });
  await stores.members.update(ME, () => ({ member: newMember(ME, { ...PROFILE, locale }), result: null }));

  let now = new Date(0);
  for (const [index, line] of lines.entries()) {
    const [verb = '', ...words] = line.split(/\s+/);
    const rest = line.slice(verb.length).trim();
    const cause = { id: `c${index}`, at: now };
    if (verb === 'bot' || verb === '') continue;
    said.push(line);
    if (verb === 'at') now = inZone(words);
    else if (verb === 'user') await coach.hear(ME, { kind: 'text', text: rest, people: mentioned(rest) }, cause);
    else if (verb === 'press')
      await coach.press(ME, { name: PressName.parse(words[0]), subject: words[1] ?? '' }, cause);
    else if (verb === 'checkin') speak(plainLines(coaching.translate, locale, (await coach.checkIn(ME, cause)).parts));
    else if (verb === 'today') speak(plainLines(coaching.translate, locale, (await coach.today(ME, cause)).parts));
    else if (verb !== '#')
      throw new Error(`"${line}": a transcript has locale, at, user, press, checkin, today, bot, #`);
    await coach.idle();
  }
  return `${said.join('\n')}\n`;
}

const mentioned = (text: string): string[] => [...text.matchAll(/<@(\w+)>/g)].map(([, user]) => `T1:${user}`);

function inZone([date = '', time = '']: readonly string[]): Date {
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = `${date}-${time.replace(':', '-')}`
    .split('-')
    .map(Number);
  return new Date(new TZDate(year, month - 1, day, hours, minutes, ZONE).getTime());
}
