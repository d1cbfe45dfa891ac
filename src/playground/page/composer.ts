import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import { COMMANDS } from './commands.ts';
import type { Person } from './people.ts';
import { send } from './server.ts';
import { page, redraw } from './state.ts';
import { word } from './words.ts';

export function composerView(person: Person): TemplateResult {
  const local = page.locals[person];
  const commands = offered(local.draft);
  const label = word('say');
  return html`
    ${local.note === null ? nothing : html`<p class="note" role="alert">${word(local.note)}</p>`}
    ${local.busy && local.note === null ? html`<p class="note busy" role="status">${word('sending')}</p>` : nothing}
    <form class="composer" @submit=${(event: Event) => onSubmit(event, person)}>
      ${commands.length > 0 ? listView(person, commands) : nothing}
      <textarea
        rows="1"
        aria-label=${label}
        placeholder=${label}
        .value=${live(local.draft)}
        @input=${(event: InputEvent) => onInput(event, person)}
        @keydown=${(event: KeyboardEvent) => onKey(event, person)}
      ></textarea>
      <button class="send" ?disabled=${local.draft.trim() === ''}>${word('send')}</button>
    </form>
  `;
}

type Command = (typeof COMMANDS)[number];

/** Commands that begin so. One that is typed out is meant as it is, though others begin with it. */
const offered = (draft: string): readonly Command[] =>
  draft.startsWith('/') && !COMMANDS.some(({ line }) => line === draft)
    ? COMMANDS.filter(({ line }) => line.startsWith(draft))
    : [];

const listView = (person: Person, commands: readonly Command[]): TemplateResult => html`
  <ul class="commands" aria-label=${word('commands')}>
    ${commands.map(
      ({ line, key }, at) =>
        html`<li>
          <button
            type="button"
            class=${at === page.locals[person].picked ? 'picked' : ''}
            @click=${() => void say(person, line)}
          >
            <b>${line}</b><span>${word(key.replace('playground.', ''))}</span>
          </button>
        </li>`,
    )}
  </ul>
`;

function onInput(event: InputEvent, person: Person): void {
  if (!(event.target instanceof HTMLTextAreaElement)) return;
  Object.assign(page.locals[person], { draft: event.target.value, picked: 0, note: null });
  redraw();
}

function onKey(event: KeyboardEvent, person: Person): void {
  // While Chinese is being composed, Enter chooses the characters and sends nothing.
  if (event.isComposing) return;
  const local = page.locals[person];
  const commands = offered(local.draft);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && commands.length > 0) {
    event.preventDefault();
    local.picked = (local.picked + step + commands.length) % commands.length;
    redraw();
  }
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  void say(person, commands[local.picked]?.line ?? local.draft);
}

function onSubmit(event: Event, person: Person): void {
  event.preventDefault();
  void say(person, page.locals[person].draft);
}

async function say(person: Person, text: string): Promise<void> {
  const local = page.locals[person];
  if (text.trim() === '') return;
  local.draft = '';
  redraw();
  const outcome = await send(person, { kind: 'say', person, text });
  // What could not be sent is given back, unless something else is being typed already.
  if (outcome.kind === 'no-such-command' && local.draft === '') local.draft = text;
  redraw();
}
