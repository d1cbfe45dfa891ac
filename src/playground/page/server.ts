import type { Locale } from '../../coaching/member.ts';
import type { Act, Outcome } from '../act.ts';
import type { News } from '../scene.ts';
import type { Person } from './people.ts';
import { hear, page, redraw, type All } from './state.ts';
import { language, speak } from './words.ts';

/** Does it, and says in the person's column what came of it. */
export async function send(person: Person, act: Act): Promise<Outcome> {
  const local = page.locals[person];
  const slow = setTimeout(() => {
    local.busy = true;
    redraw();
  }, 500);
  local.note = null;
  const outcome = await post(act);
  clearTimeout(slow);
  local.busy = false;
  if (outcome.kind !== 'done' && outcome.kind !== 'errors') local.note = outcome.kind;
  redraw();
  return outcome;
}

/** Sends it without saying anything of it. */
export async function post(act: Act): Promise<Outcome> {
  try {
    const response = await fetch('/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    if (!response.ok) return { kind: 'no-answer' };
    const outcome: Outcome = await response.json();
    return outcome;
  } catch {
    return { kind: 'no-answer' };
  }
}

/** Hears of every change, and goes on trying when the playground is away. */
export function listen(onStart: (all: All) => void): void {
  const source = new EventSource('/news');
  source.addEventListener('message', ({ data }) => {
    const news: News | All = JSON.parse(data);
    if (news.kind === 'all') onStart(news);
    else if (news.kind === 'locale') speak(news.locale);
    else hear(news);
    redraw();
  });
  source.addEventListener('error', () => {
    page.connected = false;
    redraw();
    // A browser gives up for good after some failures; this does not.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(onStart), 1000);
  });
}

export async function switchTo(locale: Locale): Promise<void> {
  if (locale === language()) return;
  await post({ kind: 'language', locale });
}
