import { calendarOf, countryOf } from '../calendar/calendar.ts';
import { localDate, plusDays } from '../calendar/local-date.ts';
import { instantOf } from '../calendar/occurrence.ts';
import { mondayOf } from '../calendar/working-days.ts';
import type { Act, Outcome } from './act.ts';
import type { View } from './block.ts';
import type { Clock } from './clock.ts';
import { personOf, ScriptError, waitFor, type Acted } from './example-person.ts';
import type { Script } from './example-script.ts';
import type { Plan, Step } from './moves.ts';
import type { Scene } from './scene.ts';

type World = {
  readonly act: (act: Act) => Promise<Outcome>;
  readonly scene: Scene;
  readonly clock: Clock;
  readonly plan: Plan;
  readonly zone: string;
};

const MORNING = '09:00';
/** The second digest is there, and nothing else yet. */
const END = '09:31';
const DAYS = 14;
const MOVES_MOST = 80;

/**
 * Has the example company live through two weeks at the page's own door and over the bot's own queue, up to the Monday
 * on which its manager has the second digest. Throws a ScriptError when the script does not fit what happens.
 */
export async function livesThrough(script: Script, world: World, step: Step): Promise<void> {
  const { clock, plan, zone } = world;
  const monday = mondayBefore(localDate(clock.now(), zone), zone);
  const until = instantOf(plusDays(monday, DAYS), END, zone);
  const idle = (): Promise<void> => plan.idle();
  const operator = personOf('operator', { ...world, idle });
  const manager = personOf('manager', { ...world, idle });
  await clock.begin(instantOf(monday, MORNING, zone));
  await join(script, world, operator);
  await pasteNumbers(historyOf(script, monday), world);
  await plan.idle();
  for (let moves = 0; moves < MOVES_MOST; moves += 1) {
    const before = { operator: operator.newest(), manager: manager.newest() };
    if (!(await step(until))) break;
    const day = dayOf(localDate(clock.now(), zone), monday);
    if (operator.newest() !== before.operator) await live(script, operator, { day, since: before.operator });
    if (day === 5 && manager.newest() !== before.manager) await decide(script, manager, before.manager);
  }
  await clock.moveTo(until);
}

/** The operator finds the bot, and tells it what it asks. */
async function join(script: Script, { act, plan }: World, operator: Acted): Promise<void> {
  await act({ kind: 'open', person: 'operator', tab: 'messages' });
  await plan.idle();
  if (!(await operator.press('begin'))) throw new ScriptError('operator: nothing to begin with');
  if (!(await operator.answer(script.onboarding))) throw new ScriptError('operator: nothing was asked');
}

type Today = { readonly day: number; readonly since: string };

/** A day of the operator's: what is asked is answered, and at the end of the week they look back and pass it on. */
async function live(script: Script, operator: Acted, { day, since }: Today): Promise<void> {
  const week = Math.floor(day / 5);
  const answers = { ...script.days[day], ...script.reviews[week] };
  await operator.answer(answers);
  if (!(await operator.press('review', since))) return;
  await operator.answer(answers);
  if (!(await operator.press('send-week', since))) throw new ScriptError('operator: nothing to send');
}

/** The manager decides what they were asked to, and writes back. */
async function decide(script: Script, manager: Acted, since: string): Promise<void> {
  await manager.press('ask-a', since);
  if (await manager.press('reply', since)) await manager.answer({ words: script.reply });
}

/** The weeks before, as a table that somebody has kept. */
const historyOf = ({ history }: Script, monday: string): string =>
  [
    'date,inquiries',
    ...history.inquiries.map((count, at, all) => `${plusDays(monday, (at - all.length) * 7 + 6)},${count}`),
  ].join('\n');

async function pasteNumbers(table: string, { act, scene }: World): Promise<void> {
  await act({ kind: 'say', person: 'operator', text: '/bearings numbers' });
  const formNow = (): View | undefined => scene.desks().operator.modals.at(-1);
  await waitFor(() => formNow() !== undefined, 'operator: no form for numbers');
  const form = formNow();
  const field = form?.blocks.find(({ block_id: id }) => id === 'field|table');
  if (!form || !field?.element?.action_id) throw new ScriptError('operator: no table in the form for numbers');
  const choices = { [field.block_id]: { [field.element.action_id]: table } };
  const sent = await act({ kind: 'submit', person: 'operator', view: form.id, choices });
  if (sent.kind !== 'done') throw new ScriptError(`operator, numbers: ${sent.kind}`);
}

const WEEKS_BACK_MOST = 26;

/** The last Monday from which on there are two ordinary weeks and a working Monday, all of it over or just beginning. */
function mondayBefore(today: string, zone: string): string {
  const calendar = calendarOf({ country: countryOf(zone), week: null, off: [] });
  const newest = plusDays(mondayOf(today), -DAYS);
  const isOrdinary = (monday: string): boolean =>
    Array.from({ length: DAYS + 1 }, (_, day) => day).every(
      (day) => calendar.isWorkingDay(plusDays(monday, day)) === day % 7 < 5,
    );
  return Array.from({ length: WEEKS_BACK_MOST }, (_, weeks) => plusDays(newest, -7 * weeks)).find(isOrdinary) ?? newest;
}

/** Which working day of the two weeks it is, from 0. */
function dayOf(date: string, monday: string): number {
  const days = Math.round((Date.parse(date) - Date.parse(monday)) / 86_400_000);
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 4);
}
