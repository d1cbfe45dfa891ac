import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

import type { Entry } from '../journal.ts';
import { blocksView } from './blocks.ts';
import { textView } from './mrkdwn-view.ts';
import type { Person } from './people.ts';
import { page } from './state.ts';
import { language, word } from './words.ts';

/** What is said so soon after the last needs no name and time of its own. */
const CLOSE_MS = 2 * 60_000;

export function messagesView(person: Person): TemplateResult {
  const { messages } = page.desks[person];
  return html`<div class="messages" role="log" aria-label=${word('tab.messages')} tabindex="0">
    ${messages.length === 0 ? html`<p class="empty">${word(`empty.${person}`)}</p>` : nothing}
    ${repeat(
      messages,
      (entry) => entry.ts,
      (entry, at) => html`${dayView(entry, messages[at - 1])}${messageView(person, entry, messages[at - 1])}`,
    )}
  </div>`;
}

function messageView(person: Person, entry: Entry, before: Entry | undefined): TemplateResult {
  const isBot = entry.author === 'bot';
  const follows =
    before?.author === entry.author &&
    !entry.ephemeral &&
    !before.ephemeral &&
    dayOf(entry) === dayOf(before) &&
    momentOf(entry).getTime() - momentOf(before).getTime() < CLOSE_MS;
  const who = isBot ? word('name') : word(`person.${entry.author}`);
  return html`<article
    class="message ${entry.ephemeral ? 'whispered' : ''} ${follows ? 'follows' : ''}"
    data-ts=${entry.ts}
  >
    ${
      isBot
        ? html`<img class="avatar" src="/mark.svg" alt="" width="36" height="36" />`
        : html`<span class="avatar ${entry.author}" aria-hidden="true">${word(`initial.${entry.author}`)}</span>`
    }
    <div class="said">
      ${entry.ephemeral ? html`<p class="only-you">${word('only-you')}</p>` : nothing}
      <p class="by">
        <b>${who}</b>${isBot ? html`<span class="app">${word('app')}</span>` : nothing}<time>${timeOf(entry)}</time>
      </p>
      <div class="blocks">
        ${
          entry.blocks.length > 0
            ? blocksView(entry.blocks, { person, key: `${person} ${entry.ts}`, at: { kind: 'message', ts: entry.ts } })
            : textView(entry.text)
        }
        ${entry.edited && entry.blocks.length === 0 ? html`<small class="edited">${word('edited')}</small>` : nothing}
      </div>
    </div>
  </article>`;
}

const momentOf = (entry: Entry): Date => (entry.at === null ? new Date(Number(entry.ts) * 1000) : new Date(entry.at));

const timeOf = (entry: Entry): string =>
  momentOf(entry).toLocaleTimeString(language(), {
    hour: 'numeric',
    minute: '2-digit',
    ...zone(),
  });

function dayView(entry: Entry, before: Entry | undefined): TemplateResult | typeof nothing {
  const day = dayOf(entry);
  if (before && dayOf(before) === day) return nothing;
  return html`<p class="day"><span>${day}</span></p>`;
}

const dayOf = (entry: Entry): string =>
  momentOf(entry).toLocaleDateString(language(), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...zone(),
  });

/** The company's zone, which need not be that of the browser. */
const zone = (): { timeZone?: string } => (page.time ? { timeZone: page.time.zone } : {});
