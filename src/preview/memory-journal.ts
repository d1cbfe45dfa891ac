import type { Locale } from '../coaching/member.ts';
import type { Journal } from '../playground/journal.ts';

/** A journal that lasts as long as the process. */
export function createMemoryJournal(locale: Locale): Journal {
  const files = new Map<string, Uint8Array>();
  return {
    load: async () => [],
    put: async () => {},
    remove: async () => {},
    locale: async () => locale,
    keepLocale: async () => {},
    ahead: async () => 0,
    keepAhead: async () => {},
    file: async (id) => files.get(id) ?? null,
    putFile: async (id, bytes) => void files.set(id, bytes),
  };
}
