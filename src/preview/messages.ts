import { changed } from '../coaching/account-change.ts';
import type { Coaching } from '../coaching/decision.ts';
import type { Locale } from '../coaching/member.ts';
import type { Part } from '../coaching/post.ts';
import { alignmentMessages } from './alignment-messages.ts';
import { readExample } from './example.ts';
import { nudgeMessages } from './nudge-messages.ts';
import { positioningMessages } from './positioning-messages.ts';
import { liveWeeks, MANAGER, OPERATOR, type Lived } from './week-live.ts';

export type Message = { readonly name: string; readonly to: 'operator' | 'manager'; readonly parts: readonly Part[] };

const WEEK_ONE = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'];
const WEEK_TWO = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];

/** Every message that people get, made by the rules that make it for them, out of two weeks of an example company. */
export async function messagesOf(coaching: Coaching, locale: Locale): Promise<Message[]> {
  const example = await readExample(locale);
  const lived = await liveWeeks(coaching, locale, example);
  const named: Message[] = [];
  /** Names the last messages, the latest last. */
  const name: Name = (...names) => {
    for (const [i, one] of lived.said.slice(-names.length).entries()) {
      named.push({ name: names[i] ?? '', to: one.to === MANAGER ? 'manager' : 'operator', parts: one.parts });
    }
  };
  const welcome = lived.said.find(({ to, id }) => to === OPERATOR && id === 'c1');
  const hello = lived.said.find(({ to }) => to === MANAGER);
  const onboarding = lived.said.find(({ to, id }) => to === OPERATOR && id === 'c2');
  if (welcome) named.push({ name: 'welcome', to: 'operator', parts: welcome.parts });
  if (onboarding) named.push({ name: 'onboarding', to: 'operator', parts: onboarding.parts });
  if (hello) named.push({ name: 'welcome-manager', to: 'manager', parts: hello.parts });
  name('onboarding-done');
  const firstWeek = await liveWeek(lived, WEEK_ONE, example.days);
  named.push(...firstWeek.filter((one) => one.name === 'check-in-1' || one.name === 'card-1').map(unnumbered));
  await endWeek(lived, { day: '2026-11-13', review: example.reviews[0] ?? {} }, name);
  await withNumbers(lived, example.history.inquiries);
  await answerDigest(lived, example.reply, name);
  const secondWeek = await liveWeek(lived, WEEK_TWO, example.days.slice(5));
  named.push(...secondWeek.slice(0, 1).map((one) => ({ ...one, name: 'check-in-from-manager' })));
  await endWeek(lived, { day: '2026-11-20', review: example.reviews[1] ?? {} }, () => {});
  await lived.due(MANAGER, lived.at('2026-11-23', '09:31'));
  name('digest');
  await quietWeek(lived, name);
  return [
    ...named.filter(({ parts }) => parts.length > 0),
    ...(await asideMessages(lived)),
    ...(await alignmentMessages(lived)),
    ...(await positioningMessages(lived, locale)),
    ...nudgeMessages(coaching),
  ];
}

type Name = (...names: readonly string[]) => void;
type Answers = Readonly<Record<string, string>>;

const unnumbered = (one: Message): Message => ({ ...one, name: one.name.replace('-1', '') });

async function liveWeek(lived: Lived, week: readonly string[], days: readonly Answers[]): Promise<Message[]> {
  const said: Message[] = [];
  const last = (name: string): void => {
    const one = lived.said.at(-1);
    if (one) said.push({ name, to: 'operator', parts: one.parts });
  };
  for (const [i, day] of week.entries()) {
    const at = lived.at(day, '16:30');
    await lived.due(OPERATOR, at);
    last(`check-in-${i + 1}`);
    await lived.answer(OPERATOR, days[i] ?? {}, at);
    last(`card-${i + 1}`);
  }
  return said;
}

async function endWeek(lived: Lived, { day, review }: { day: string; review: Answers }, name: Name): Promise<void> {
  const at = lived.at(day, '17:01');
  await lived.due(OPERATOR, at);
  name('summary');
  const begin = lived.shown(OPERATOR, 'review');
  if (begin) await lived.press(OPERATOR, begin, at);
  name('weekly-review');
  await lived.answer(OPERATOR, review, at);
  name('weekly-review-done');
  const edit = lived.shown(OPERATOR, 'edit-week');
  if (edit) await lived.press(OPERATOR, edit, at);
  name('digest-edit');
  await lived.answer(OPERATOR, { hold_back: 'none', by_itself: 'no' }, at);
  const preview = lived.shown(OPERATOR, 'preview-week');
  if (preview) await lived.press(OPERATOR, preview, at);
  name('digest-preview');
  const send = lived.shown(OPERATOR, 'send-week');
  if (send) await lived.press(OPERATOR, send, at);
  name('week-sent');
}

/** Earlier weeks, so that there is something to compare with. */
async function withNumbers(lived: Lived, inquiries: readonly number[]): Promise<void> {
  const [account] = await lived.stores.accounts.of(OPERATOR);
  if (!account) return;
  const numbers = inquiries.map((value, i) => ({
    subject: 'account',
    name: 'inquiries',
    value,
    on: lived.at('2026-10-04', '12:00').getTime() + i * 7 * 86_400_000,
    age: null,
    source: 'table' as const,
  }));
  const dated = numbers.map((one) => ({ ...one, on: new Date(one.on).toISOString().slice(0, 10) }));
  await lived.stores.accounts.update(account.id, (before) => [
    before ? changed(before, { kind: 'numbers', numbers: dated }) : account,
    null,
  ]);
}

async function answerDigest(lived: Lived, reply: string, name: Name): Promise<void> {
  const at = lived.at('2026-11-16', '09:31');
  await lived.due(MANAGER, at);
  name('digest-first');
  const flows = ['ask-talk', 'ask-delegate', 'reply', 'unblock', 'set-focus', 'thank'] as const;
  for (const flow of flows) {
    const begun = lived.shown(MANAGER, flow);
    if (!begun) continue;
    await lived.press(MANAGER, begun, at);
    name(`manager-${flow}`);
    await lived.coach.hear(MANAGER, { kind: 'command', command: 'stop' }, { id: `stop-${flow}`, at });
    await lived.coach.idle();
  }
  const a = lived.shown(MANAGER, 'ask-a');
  if (a) await lived.press(MANAGER, a, at);
  name('operator-decided', 'manager-decided');
  const answer = lived.shown(MANAGER, 'reply');
  if (answer) await lived.press(MANAGER, answer, at);
  await lived.answer(MANAGER, { reply, text: reply, words: reply }, at);
  name('operator-replied', 'manager-replied');
}

/** Nobody answers for a while. */
async function quietWeek(lived: Lived, name: Name): Promise<void> {
  await lived.due(MANAGER, lived.at('2026-11-25', '10:01'));
  name('manager-week');
  await lived.due(OPERATOR, lived.at('2026-11-23', '16:31'));
  await lived.due(OPERATOR, lived.at('2026-11-24', '09:31'));
  name('reminder');
  await lived.due(MANAGER, lived.at('2026-11-30', '09:31'));
  name('digest-quiet');
}

/** What is answered to whoever asks. */
async function asideMessages(lived: Lived): Promise<Message[]> {
  const at = lived.at('2026-11-30', '11:00');
  const asked = [
    ['away', '3d'],
    ['time', '17:00'],
    ['pause', ''],
    ['back', ''],
  ] as const;
  const messages: Message[] = [];
  for (const [rhythm, words] of asked) {
    const { parts } = await lived.coach.rhythm(OPERATOR, { rhythm, words }, { id: `aside-${rhythm}`, at });
    messages.push({ name: rhythm, to: 'operator', parts });
  }
  const others = [
    ['why', 'operator', (await lived.coach.why(OPERATOR, at)).parts],
    ['why-manager', 'manager', (await lived.coach.why(MANAGER, at)).parts],
    ['help', 'operator', (await lived.coach.help(OPERATOR)).parts],
    ['today', 'operator', (await lived.coach.today(OPERATOR, { id: 'aside-today', at })).parts],
  ] as const;
  return [
    ...messages,
    ...others.map(([name, to, parts]) => ({ name, to, parts })),
    ...(await pickedMessages(lived, at)),
  ];
}

/** One of what could be done today is picked, and asked for again. */
async function pickedMessages(lived: Lived, at: Date): Promise<Message[]> {
  await lived.press(OPERATOR, { name: 'do', subject: 'A02' }, at);
  const { parts } = await lived.coach.today(OPERATOR, { id: 'aside-picked', at });
  return [
    { name: 'picked', to: 'operator', parts: lived.said.at(-1)?.parts ?? [] },
    { name: 'today-picked', to: 'operator', parts },
  ];
}
