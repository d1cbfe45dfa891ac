import type { Locale } from '../../coaching/member.ts';
import type { Choices, Chosen, View } from '../block.ts';
import type { Desk, Desks, News } from '../scene.ts';
import type { TimeShown } from '../time.ts';
import { LEADS, perPerson, PERSONS, type Person } from './people.ts';

export type All = {
  readonly kind: 'all';
  readonly start: string;
  readonly locale: Locale | null;
  readonly desks: Desks;
  readonly time: TimeShown;
  readonly mayStartOver: boolean;
};

/** What is going on in one column besides what the server knows. */
export type Local = {
  tab: 'messages' | 'home';
  draft: string;
  /** What is wrong, or what is being waited for: a key of the page's words. */
  note: string | null;
  busy: boolean;
  /** Which command of the list is picked. */
  picked: number;
};

const empty: Desk = { messages: [], modals: [], home: null };
const local = (): Local => ({ tab: 'messages', draft: '', note: null, busy: false, picked: 0 });

const SHOWN = 'bearings-shown';

export const page: {
  connected: boolean;
  start: string | null;
  desks: Record<Person, Desk>;
  locals: Record<Person, Local>;
  /** Who is in the left column and who in the right. */
  shown: readonly [Person, Person];
  /** What came for those who are not shown. */
  unseen: Record<Person, number>;
  time: TimeShown | null;
  mayStartOver: boolean;
  /** What was put into elements, by the place that they stand in. */
  choices: Map<string, Choices>;
  /** What is wrong in a form, by its view and then by block. */
  errors: Map<string, Readonly<Record<string, string>>>;
} = {
  connected: true,
  start: null,
  desks: perPerson(() => empty),
  locals: perPerson(local),
  shown: shownBefore(),
  unseen: perPerson(() => 0),
  time: null,
  mayStartOver: false,
  choices: new Map(),
  errors: new Map(),
};

let draw = (): void => {};
let asked = false;

export const onDraw = (drawing: () => void): void => void (draw = drawing);

/** Draws once, however many things have changed. */
export function redraw(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
}

export function hear(news: Exclude<News, { kind: 'locale' }>): void {
  if (news.kind === 'time') {
    page.time = news.time;
    return;
  }
  const desk = page.desks[news.person];
  switch (news.kind) {
    case 'message': {
      const at = desk.messages.findIndex((entry) => entry.ts === news.entry.ts);
      if (at < 0 && !page.shown.includes(news.person)) page.unseen[news.person] += 1;
      const messages = at < 0 ? [...desk.messages, news.entry] : desk.messages.with(at, news.entry);
      return put(news.person, { messages });
    }
    case 'gone':
      return put(news.person, { messages: desk.messages.filter((entry) => entry.ts !== news.ts) });
    case 'modals':
      forgetForms(desk.modals, news.modals);
      return put(news.person, { modals: news.modals });
    case 'home':
      return put(news.person, { home: news.home });
  }
}

const put = (person: Person, change: Partial<Desk>): void => {
  page.desks[person] = { ...page.desks[person], ...change };
};

function forgetForms(before: readonly View[], after: readonly View[]): void {
  for (const view of before) {
    page.errors.delete(view.id);
    if (!after.some((other) => other.id === view.id)) page.choices.delete(view.id);
  }
}

/** Notes what stands in an element now. */
export function choose(place: string, block: string, action: string, chosen: Chosen): void {
  const choices = page.choices.get(place) ?? {};
  page.choices.set(place, { ...choices, [block]: { ...choices[block], [action]: chosen } });
  redraw();
}

/** Who was shown when the page was last open in this browser. */
function shownBefore(): readonly [Person, Person] {
  const [left, right] = (localStorage.getItem(SHOWN) ?? '')
    .split(' ')
    .map((name) => PERSONS.find((person) => person === name));
  return left && right && left !== right ? [left, right] : LEADS;
}

/** Puts somebody into the column of somebody else; who is in the other one changes places with them. */
export function showInstead(before: Person, person: Person): void {
  const [left, right] = page.shown;
  const moved = (one: Person): Person => (one === before ? person : one === person ? before : one);
  page.shown = [moved(left), moved(right)];
  page.unseen[person] = 0;
  localStorage.setItem(SHOWN, page.shown.join(' '));
  redraw();
}
