import { TZDate } from '@date-fns/tz';

import { Account } from '../../src/coaching/account.ts';
import type { Aside } from '../../src/coaching/coach.ts';
import { createCoach } from '../../src/coaching/create-coach.ts';
import { CustomQuestion } from '../../src/coaching/custom-question.ts';
import type { Coaching } from '../../src/coaching/decision.ts';
import { Locale } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { Accounts, Directory, Members, Messenger } from '../../src/coaching/ports.ts';
import { briefOf } from '../../src/coaching/position-brief-of.ts';
import { PositionBrief } from '../../src/coaching/position-brief.ts';
import { newPosition } from '../../src/coaching/position.ts';
import { PressName } from '../../src/coaching/post.ts';
import { createMemoryClockwork } from '../../src/memory/clockwork.ts';
import { createMemoryState } from '../../src/memory/state.ts';
import { plainLines } from '../../src/plain-post.ts';

const ME = 'T1:U1';
const ZONE = 'Asia/Shanghai';
const PROFILE = { name: 'Operator', zone: ZONE, kind: 'person' } as const;

/**
 * Plays what a person does in a transcript (`user`, `press`, `checkin`, `today` lines; `at` a time; `as` another member;
 * `due`: what comes by itself; `account`, `position`, `questions` of the company: what there is by then, as JSON) against the real coach, and gives the whole conversation back with what the bot says now.
 */
export async function replay(coaching: Coaching, file: string): Promise<string> {
  const [first = '', ...lines] = file.trimEnd().split('\n');
  const locale = Locale.parse(first.replace('locale', '').trim());
  const said: string[] = [first];
  const stores = createMemoryState();
  const speak = (text: readonly string[], to = ME): void => {
    const bot = to === ME ? 'bot  ' : `bot>${to.split(':')[1]}`;
    said.push(...text.map((line, i) => `${i === 0 ? bot : '     '} ${line}`.trimEnd()));
  };
  const messenger: Messenger = {
    async deliver(member, post) {
      speak(plainLines(coaching.translate, member.locale, post.parts), member.id);
      return { member: member.id, post: post.id, inbox: 'D1', ts: post.id, asks: true };
    },
    async collapse(member, _where, { taken }) {
      for (const { label, value } of taken) [label, value].map((text) => coaching.translate(member.locale, text));
    },
  };
  const directory: Directory = { profile: async () => ({ ...PROFILE, locale }) };
  const coach = createCoach({
    ...createMemoryClockwork(),
    coaching,
    ...stores,
    messenger,
    directory,
    onFailure: (error) => {
      throw error;
    },
  });
  await stores.members.update(ME, () => ({ member: newMember(ME, { ...PROFILE, locale }), result: null }));

  /** The answer of a command is written down after what it made the bot say. */
  const aside = async (work: Promise<Aside>): Promise<void> => {
    const { parts } = await work;
    await coach.idle();
    speak(plainLines(coaching.translate, locale, parts), me);
  };

  let now = new Date(0);
  let me = ME;
  for (const [index, line] of lines.entries()) {
    const [verb = '', ...words] = line.split(/\s+/);
    const rest = line.slice(verb.length).trim();
    const cause = { id: `c${index}`, at: now };
    if (verb.startsWith('bot') || verb === '') continue;
    said.push(line);
    if (verb === 'at') now = inZone(words);
    else if (verb === 'as') me = `T1:${words[0]}`;
    else if (verb === 'due') await coach.due(me, now);
    else if (verb === 'account') await withAccount(stores.accounts, ME, JSON.parse(rest));
    else if (verb === 'position') await withPosition(stores.members, ME, JSON.parse(rest));
    else if (verb === 'questions') await withQuestions(stores.members, ME, JSON.parse(rest));
    else if (verb === 'user') await coach.hear(me, { kind: 'text', text: rest, people: mentioned(rest) }, cause);
    else if (verb === 'press')
      await coach.press(me, { name: PressName.parse(words[0]), subject: words[1] ?? '' }, cause);
    else if (verb === 'checkin') await aside(coach.checkIn(me, cause));
    else if (verb === 'today') await aside(coach.today(me, cause));
    else if (verb !== '#')
      throw new Error(
        `"${line}": a transcript has locale, at, as, due, account, position, questions, user, press, checkin, today, bot, #`,
      );
    await coach.idle();
  }
  return `${said.join('\n')}\n`;
}

/** The account of an operator with more in it than a conversation would take time for. */
async function withAccount(accounts: Accounts, operator: string, more: object): Promise<void> {
  const [account] = await accounts.of(operator);
  if (!account) throw new Error('an account comes after the onboarding that names it');
  await accounts.update(account.id, () => [Account.parse({ ...account, ...more }), null]);
}

/** What the exercises would have come to, as far as the day's work needs it. */
async function withPosition(members: Members, operator: string, more: object): Promise<void> {
  await members.update(operator, (member) => {
    if (!member?.account) throw new Error('a position comes after the onboarding that names its account');
    const position = PositionBrief.parse({ ...briefOf(newPosition(member.account)), ...more });
    return { member: { ...member, position }, result: null };
  });
}

/** What the company asks beside our own questions. */
async function withQuestions(members: Members, operator: string, questions: readonly object[]): Promise<void> {
  await members.update(operator, (member) => {
    const all = questions.map((one, i) => CustomQuestion.parse({ id: `q${i}`, by: 'T1:UADMIN', ...one }));
    return { member: member && { ...member, house: { ...member.house, questions: all } }, result: null };
  });
}

const mentioned = (text: string): string[] => [...text.matchAll(/<@(\w+)>/g)].map(([, user]) => `T1:${user}`);

function inZone([date = '', time = '']: readonly string[]): Date {
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = `${date}-${time.replace(':', '-')}`
    .split('-')
    .map(Number);
  return new Date(new TZDate(year, month - 1, day, hours, minutes, ZONE).getTime());
}
