import { describe, expect, it } from 'vitest';

import { coachingOf } from '../../src/coaching-of.ts';
import { Account } from '../../src/coaching/account.ts';
import type { Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { nudgeDue } from '../../src/coaching/nudge-due.ts';
import { NEVER_SAID, type NudgeState } from '../../src/coaching/nudge-state.ts';
import { nudgeWhy } from '../../src/coaching/nudge-why.ts';
import type { Part, Press } from '../../src/coaching/post.ts';
import { press } from '../../src/coaching/presses.ts';
import { readContent } from '../../src/content.ts';
import { plainLines } from '../../src/plain-post.ts';
import { createTranslate } from '../../src/translate.ts';
import { nudges, TODAY, wd } from '../support/nudging.ts';

const content = await readContent(new URL('../../', import.meta.url));
const coaching = coachingOf(content);
const translate = createTranslate(content.catalogs);

const ME = 'T1:U1';
const BOSS = 'T1:U2';
const ID = 'T1:account-of-U1';
const NOW = new Date(`${TODAY}T10:05:00Z`);

const account: Account = Account.parse({
  v: 1,
  id: ID,
  name: 'Fewer Breakdowns',
  platforms: [],
  operators: [ME],
  manager: BOSS,
});
const person = (id: string, given: Partial<Member> = {}): Member => ({
  ...newMember(id, { name: 'Somebody', locale: 'en', zone: 'Etc/UTC', kind: 'person' }),
  greetedOn: '2026-10-01',
  ...given,
});
const said = (given: Partial<NudgeState> = {}): NudgeState => ({
  ...NEVER_SAID,
  said: [TODAY],
  times: 1,
  wording: 1,
  isOpen: true,
  ...given,
});
const stuck = {
  id: 'b1',
  text: 'the price range',
  owner: null,
  category: null,
  shared: false,
  openedOn: wd(-4),
  closedOn: null,
};
const operator = (states: Member['nudges'], given: Partial<Member> = {}): Member =>
  person(ME, { welcomedOn: '2026-10-01', account: ID, manager: BOSS, nudges: states, blockers: [stuck], ...given });

const pressed = (member: Member, name: Press['name'], subject: string, of: Account | null = null) =>
  press(coaching, member, { name, subject, account: of, held: null }, { id: 'pressed', at: NOW });
const words = (parts: readonly Part[]): string => plainLines(translate, 'en', parts).join('\n');
const OLD = words([{ kind: 'text', text: { key: 'conversation.old-button' } }]);
const AGAIN = words([{ kind: 'text', text: { key: 'coach.pressed-again' } }]);

describe('Later', () => {
  it('brings it once more on the next working day, and is no silence', () => {
    const { member, parts } = pressed(operator({ N01: said() }), 'nudge-later', 'N01');
    expect(member.nudges['N01']).toMatchObject({ againOn: wd(1), isOpen: false, ignored: 0 });
    expect(words(parts)).toContain('next working day');
    expect(words(pressed(member, 'nudge-later', 'N01').parts)).toBe(AGAIN);
  });

  it('on what was put off already leaves it', () => {
    const { member, parts } = pressed(operator({ N01: said({ wasPutOff: true }) }), 'nudge-later', 'N01');
    expect(member.nudges['N01']?.againOn).toBeNull();
    expect(words(parts)).toContain('stays there');
  });
});

describe('Not useful', () => {
  it('said of two reminders turns the rule off for thirty days', () => {
    const once = pressed(operator({ N01: said() }), 'nudge-not-useful', 'N01').member;
    expect(once.nudges['N01']).toMatchObject({ notUseful: 1, offUntil: null });
    const next = { ...once, nudges: { N01: { ...NEVER_SAID, ...once.nudges['N01'], said: [TODAY, wd(1)] } } };
    const twice = pressed(next, 'nudge-not-useful', 'N01');
    expect(twice.member.nudges['N01']).toMatchObject({ notUseful: 0, offUntil: '2026-12-18' });
    expect(words(twice.parts)).toContain('30 days');
  });

  it('pressed twice under one reminder counts once', () => {
    const once = pressed(operator({ N01: said() }), 'nudge-not-useful', 'N01').member;
    const again = pressed(once, 'nudge-not-useful', 'N01');
    expect(words(again.parts)).toBe(AGAIN);
    expect(again.member.nudges['N01']).toMatchObject({ notUseful: 1 });
  });

  it('of two blockers turns the rule off for all of them', () => {
    const both = operator({ 'N04:b1': said(), 'N04:b2': said() });
    const once = pressed(both, 'nudge-not-useful', 'N04|b1').member;
    expect(pressed(once, 'nudge-not-useful', 'N04|b2').member.nudges['N04']).toMatchObject({ offUntil: '2026-12-18' });
  });
});

describe('Fewer of these', () => {
  it('lets this kind rest, and of a second kind leaves one a week, and says so', () => {
    const first = pressed(operator({ N01: said(), N13: said() }), 'nudge-fewer', 'N01');
    expect(first.member.nudges['N01']).toMatchObject({ fewerOn: TODAY, offUntil: '2026-12-18' });
    expect(words(first.parts)).toContain('Press it on another kind');
    const second = pressed(first.member, 'nudge-fewer', 'N13');
    expect(words(second.parts)).toContain('at most one reminder a week');
    expect(words(pressed(second.member, 'nudge-fewer', 'N13').parts)).toBe(AGAIN);
  });
});

describe('Why this?', () => {
  it('tells the fact with its numbers, who else sees it, and how to stop it', () => {
    const { parts, member } = pressed(operator({ N01: said({ values: { count: 4 } }) }), 'nudge-why', 'N01');
    expect(words(parts)).toContain('Your last 4 check-ins were writing, layout and publishing only.');
    expect(words(parts)).toContain('Nobody but you');
    expect(words(parts)).toContain('/bearings pause');
    expect(member.nudges['N01']).toMatchObject({ isOpen: false });
  });

  it('is there for the latest reminder without its button too', () => {
    const states = {
      N13: said({ said: [wd(-9)], values: { count: 5 } }),
      N01: said({ said: [wd(-1)], values: { count: 4 } }),
    };
    expect(words(nudgeWhy({ nudges: states }, nudges))).toContain('Your last 4 check-ins');
    expect(nudgeWhy({ nudges: { N01: NEVER_SAID } }, nudges)).toEqual([]);
  });

  it('is an old button when the rule has changed since', () => {
    expect(words(pressed(operator({ N01: said() }), 'nudge-why', 'N01').parts)).toBe(OLD);
    const gone = operator({ N18: said({ variant: 'gone', values: { title: '', metric: '', count: 0 } }) });
    expect(words(pressed(gone, 'nudge-why', 'N18').parts)).toBe(OLD);
    expect(nudgeWhy({ nudges: { N01: said() } }, nudges)).toEqual([]);
  });

  it('has an answer for every rule and kind', () => {
    for (const rule of nudges.rules.filter(({ to }) => to === 'operator')) {
      for (const variant of rule.variants?.of ?? [null]) {
        const values = Object.fromEntries(Object.keys(rule.blanks).map((blank) => [blank, 3]));
        const { parts } = pressed(operator({ [rule.id]: said({ variant, values }) }), 'nudge-why', rule.id);
        expect(words(parts)).not.toMatch(/nudge\.|[{}]/);
        expect(words(parts)).not.toBe(OLD);
      }
    }
  });
});

describe('what is suggested', () => {
  it('picks an action of the playbook', () => {
    const { member, parts } = pressed(operator({ N01: said() }), 'nudge-do', 'N01|0');
    expect(member.actions['A02']).toMatchObject({ pickedOn: TODAY });
    expect(member.nudges['N01']).toMatchObject({ isOpen: false });
    expect(words(parts)).toContain('[Done]');
  });

  it('is the short form for three working days, today included unless its check-in is given', () => {
    expect(pressed(operator({ N08: said() }), 'nudge-do', 'N08|0').member.lightUntil).toBe(wd(2));
    const done = {
      id: 's',
      flow: 'daily-check-in',
      version: 1,
      at: null,
      said: [],
      turn: 1,
      draft: {},
      answers: {},
      facts: { today: TODAY },
    };
    expect(pressed(operator({ N08: said() }, { done }), 'nudge-do', 'N08|0').member.lightUntil).toBe(wd(3));
  });

  it('is a draft that goes nowhere', () => {
    const { parts, ...rest } = pressed(operator({ N08: said() }), 'nudge-do', 'N08|2');
    expect(words(parts)).toContain('nothing is sent');
    expect(rest.then).toBeUndefined();
  });

  it('passes a blocker on only after a yes to exactly what would be read', () => {
    const asked = pressed(operator({ 'N04:b1': said() }), 'nudge-do', 'N04|b1|1');
    expect(words(asked.parts)).toContain('exactly this: “the price range”');
    expect(asked.then).toBeUndefined();
    expect(asked.member.blockers).toEqual([stuck]);
    const yes = asked.parts.flatMap((part) => (part.kind === 'presses' ? part.presses : []))[0];
    const agreed = pressed(asked.member, 'nudge-do', yes?.subject ?? '');
    expect(agreed.member.blockers).toMatchObject([{ id: 'b1', shared: true }]);
    const passedOn = { id: 'b1', operator: ME, text: 'the price range', reply: null };
    expect(agreed.then).toMatchObject([
      { kind: 'change', account: ID, change: { kind: 'blockers', blockers: [passedOn] } },
    ]);
  });

  it('begins again after a pause', () => {
    const paused = operator({ 'N09-pause': said() }, { paused: { since: TODAY, why: 'quiet' } });
    expect(pressed(paused, 'nudge-do', 'N09-pause|0').member.paused).toBeNull();
  });

  it('marks the talk of a manager', () => {
    const boss = person(BOSS, { manages: [ID], nudges: { [`N19:${ID}:3`]: said() } });
    const decision = pressed(boss, 'nudge-do', `${ID}|N19|3|0`, account);
    expect(decision.then).toMatchObject([
      { account: ID, change: { kind: 'event', event: { kind: 'talked', on: TODAY } } },
    ]);
  });
});

describe('a button that is old or made up', () => {
  it.each(['', 'N01', 'N99', 'N04|b7', 'N08|9', '__proto__', 'N01|0|x', `${ID}|N01`])('says so for “%s”', (subject) => {
    const member = operator({ N08: said() });
    expect(words(pressed(member, 'nudge-do', subject).parts)).toBe(OLD);
  });

  it('is that of a manager’s reminder in anybody else’s hands', () => {
    const state = { [`N19:${ID}:3`]: said() };
    expect(words(pressed(operator(state), 'nudge-do', `${ID}|N19|3|0`, account).parts)).toBe(OLD);
    expect(words(pressed(person(BOSS, { nudges: state }), 'nudge-do', `${ID}|N19|3|0`).parts)).toBe(OLD);
  });
});

it('each button under each reminder is one that is understood', () => {
  const recent = [-3, -2, -1].map((day) => ({
    date: wd(day),
    activities: ['write'],
    plan: null,
    blocker: null,
    number: false,
    learned: false,
    energy: 1,
    items: [],
    light: false,
  }));
  const at = new Date(`${TODAY}T10:00:00Z`);
  const occurrence = { routine: 'nudge', subject: null, date: TODAY, at } as const;
  const { member, parts } = nudgeDue(
    coaching,
    operator({}, { recent }),
    { occurrence, accounts: [account], checkIns: [] },
    { id: 'due', at },
  );
  const presses = parts.flatMap((part) => (part.kind === 'block' || part.kind === 'presses' ? part.presses : []));
  expect(presses.length).toBeGreaterThan(4);
  for (const { name, subject } of presses) expect(words(pressed(member, name, subject).parts)).not.toBe(OLD);
});
