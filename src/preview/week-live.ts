import { instantOf } from '../calendar/occurrence.ts';
import type { Coach } from '../coaching/coach.ts';
import { createCoach } from '../coaching/create-coach.ts';
import type { Coaching } from '../coaching/decision.ts';
import { ONBOARDING } from '../coaching/flow-ids.ts';
import type { Locale, Member } from '../coaching/member.ts';
import type { Part, Press } from '../coaching/post.ts';
import { createMemoryClockwork } from '../memory/clockwork.ts';
import { createMemoryState } from '../memory/state.ts';
import type { Example } from './example.ts';

export const OPERATOR = 'T000000001:U0OPERATOR';
export const MANAGER = 'T000000001:U0MANAGER0';
const ZONE = 'Asia/Shanghai';

export type Lived = {
  readonly coach: Coach;
  readonly stores: ReturnType<typeof createMemoryState>;
  /** All that was said, oldest first. */
  readonly said: readonly Said[];
  at(date: string, time: string): Date;
  press(who: string, press: Pick<Press, 'name' | 'subject'>, at: Date): Promise<void>;
  answer(who: string, answers: Readonly<Record<string, string>>, at: Date): Promise<void>;
  due(who: string, at: Date): Promise<void>;
  /** The last button of this name that somebody was shown. */
  shown(who: string, name: Press['name']): Press | undefined;
};

type Said = { readonly to: string; readonly id: string; readonly parts: readonly Part[] };

const ANSWERS_MOST = 40;

/** The real coach over memory, with one account, its operator and its manager, who have just met it. */
export async function liveWeeks(coaching: Coaching, locale: Locale, example: Example): Promise<Lived> {
  const stores = createMemoryState();
  const said: Said[] = [];
  const nameOf = (id: string): string =>
    coaching.translate(locale, { key: `playground.person.${id === MANAGER ? 'manager' : 'operator'}` });
  const coach = createCoach({
    ...createMemoryClockwork(),
    ...stores,
    coaching,
    directory: { profile: async (id) => ({ name: nameOf(id), locale, zone: ZONE, kind: 'person', isAdmin: true }) },
    messenger: {
      async deliver(member, post) {
        said.push({ to: member.id, id: post.id, parts: post.parts });
        return { member: member.id, post: post.id, inbox: 'D', ts: post.id, asks: true };
      },
      collapse: async () => {},
    },
    onFailure(error) {
      throw error;
    },
  });
  let count = 0;
  const cause = (at: Date) => ({ id: `c${(count += 1)}`, at });
  const sessionOf = async (who: string): Promise<Member['session']> =>
    (await stores.members.read(who))?.session ?? null;

  const lived: Lived = {
    coach,
    stores,
    said,
    at: (date, time) => instantOf(date, time, ZONE),
    async press(who, press, at) {
      await coach.press(who, press, cause(at));
      await coach.idle();
    },
    async answer(who, answers, at) {
      for (let asked = 0; asked < ANSWERS_MOST; asked += 1) {
        const address = (await sessionOf(who))?.at;
        if (!address) return;
        const text = answers[address] ?? answers[address.replace(/\[\d+\]/, '')] ?? 'skip';
        // The only other person there is.
        const isManager = text.startsWith('@');
        await coach.hear(
          who,
          { kind: 'text', text: isManager ? MANAGER : text, ...(isManager && { people: [MANAGER] }) },
          cause(at),
        );
        await coach.idle();
      }
    },
    async due(who, at) {
      await coach.due(who, at);
      await coach.idle();
    },
    shown: (who, name) =>
      said
        .filter(({ to }) => to === who)
        .flatMap(({ parts }) => parts.flatMap(pressesIn))
        .findLast((press) => press.name === name),
  };
  const first = lived.at('2026-11-09', '09:05');
  await coach.welcome(OPERATOR, cause(first));
  await lived.press(OPERATOR, { name: 'begin', subject: ONBOARDING }, first);
  await lived.answer(OPERATOR, example.onboarding, first);
  return lived;
}

const pressesIn = (part: Part): readonly Press[] =>
  part.kind === 'presses' || part.kind === 'block' ? part.presses : [];
