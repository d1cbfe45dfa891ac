import type { Locale } from '../../src/coaching/member.ts';
import type { Entry, Journal } from '../../src/playground/journal.ts';

/** A journal that lasts as long as the test: given to a second playground, it is what a restart finds. */
export function createMemoryJournal(): Journal {
  const entries = new Map<string, Entry>();
  const files = new Map<string, Uint8Array>();
  let kept: Locale | null = null;
  let ahead = 0;
  return {
    load: () => Promise.resolve([...entries.values()].map((entry) => structuredClone(entry))),
    put: (entry) => Promise.resolve(void entries.set(`${entry.inbox} ${entry.ts}`, entry)),
    remove: ({ inbox, ts }) => Promise.resolve(void entries.delete(`${inbox} ${ts}`)),
    locale: () => Promise.resolve(kept),
    keepLocale: (locale) => Promise.resolve(void (kept = locale)),
    ahead: () => Promise.resolve(ahead),
    keepAhead: (ms) => Promise.resolve(void (ahead = ms)),
    file: (id) => Promise.resolve(files.get(id) ?? null),
    putFile: (id, bytes) => Promise.resolve(void files.set(id, bytes)),
  };
}
