import type { Locale } from '../coaching/member.ts';
import type { View } from './block.ts';
import type { Entry, Journal } from './journal.ts';
import { perPerson, type Person } from './page/people.ts';
import type { TimeShown } from './time.ts';

/** All that the page shows of one person. `modals`: the last one is on top. */
export type Desk = {
  readonly messages: readonly Entry[];
  readonly modals: readonly View[];
  readonly home: View | null;
};
export type Desks = Readonly<Record<Person, Desk>>;

export type News =
  | { readonly kind: 'message'; readonly person: Person; readonly entry: Entry }
  | { readonly kind: 'gone'; readonly person: Person; readonly ts: string }
  | { readonly kind: 'modals'; readonly person: Person; readonly modals: readonly View[] }
  | { readonly kind: 'home'; readonly person: Person; readonly home: View }
  | { readonly kind: 'locale'; readonly locale: Locale }
  | { readonly kind: 'time'; readonly time: TimeShown };

/** What both people see now. Tells its listeners of every change, and the journal of what is to last. */
export type Scene = {
  desks(): Desks;
  locale(): Locale | null;
  speak(locale: Locale): Promise<void>;
  put(entry: Entry): Promise<void>;
  remove(person: Person, ts: string): Promise<void>;
  find(person: Person, ts: string): Entry | undefined;
  show(person: Person, modals: readonly View[]): void;
  home(person: Person, view: View): void;
  tell(news: News): void;
  listen(hear: (news: News) => void): () => void;
};

/** `keep` writes to the journal: it may be slow, or away, and the chat goes on. */
export async function createScene(journal: Journal, keep: (write: Promise<void>) => Promise<void>): Promise<Scene> {
  const listeners = new Set<(news: News) => void>();
  const tell = (news: News): void => listeners.forEach((hear) => hear(news));
  const messages = new Map<string, Entry>();
  for (const entry of await journal.load()) messages.set(keyOf(entry.inbox, entry.ts), entry);
  const modals = new Map<Person, readonly View[]>();
  const homes = new Map<Person, View>();
  let locale = await journal.locale();

  const deskOf = (person: Person): Desk => ({
    messages: [...messages.values()].filter((entry) => entry.inbox === person),
    modals: modals.get(person) ?? [],
    home: homes.get(person) ?? null,
  });
  return {
    desks: () => perPerson(deskOf),
    locale: () => locale,
    async speak(chosen) {
      locale = chosen;
      tell({ kind: 'locale', locale });
      await keep(journal.keepLocale(locale));
    },
    async put(entry) {
      messages.set(keyOf(entry.inbox, entry.ts), entry);
      tell({ kind: 'message', person: entry.inbox, entry });
      await keep(journal.put(entry));
    },
    async remove(person, ts) {
      messages.delete(keyOf(person, ts));
      tell({ kind: 'gone', person, ts });
      await keep(journal.remove({ inbox: person, ts }));
    },
    find: (person, ts) => messages.get(keyOf(person, ts)),
    show(person, views) {
      modals.set(person, views);
      tell({ kind: 'modals', person, modals: views });
    },
    home(person, view) {
      homes.set(person, view);
      tell({ kind: 'home', person, home: view });
    },
    tell,
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}

const keyOf = (person: Person, ts: string): string => `${person} ${ts}`;
