import { html, nothing, type TemplateResult } from 'lit-html';

import type { View } from '../block.ts';
import { blocksView } from './blocks.ts';
import { elementsOf } from './element.ts';
import { wrongIn } from './form.ts';
import type { Person } from './people.ts';
import { chosenIn, type Place } from './place.ts';
import { send } from './server.ts';
import { page, redraw } from './state.ts';
import { word } from './words.ts';

export function modalView(person: Person, view: View, depth: number): TemplateResult {
  const place: Place = { person, key: view.id, at: { kind: 'modal', view: view.id } };
  const title = `title-${view.id}`;
  const { note, busy } = page.locals[person];
  return html`
    <div class="veil" data-depth=${depth}>
      <div
        class="modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby=${title}
        @keydown=${(event: KeyboardEvent) => onEscape(event, place, view)}
      >
        <header>
          <h3 id=${title}>${view.title?.text ?? ''}</h3>
          <button type="button" class="x" aria-label=${word('close')} @click=${() => void close(place, view)}>×</button>
        </header>
        <form novalidate @submit=${(event: Event) => void submit(event, place, view)}>
          <div class="blocks">${blocksView(view.blocks, place)}</div>
          ${note === null ? nothing : html`<p class="note" role="alert">${word(note)}</p>`}
          <footer>
            <button type="button" class="press" @click=${() => void close(place, view)}>
              ${view.close?.text ?? word('close')}
            </button>
            ${view.submit ? html`<button class="press primary" ?disabled=${busy}>${view.submit.text}</button>` : nothing}
          </footer>
        </form>
      </div>
    </div>
  `;
}

const choicesOf = (place: Place) => page.choices.get(place.key) ?? {};

function onEscape(event: KeyboardEvent, place: Place, view: View): void {
  if (event.key === 'Escape' && !event.isComposing) void close(place, view);
}

async function close(place: Place, view: View): Promise<void> {
  await send(place.person, { kind: 'close', person: place.person, view: view.id, choices: choicesOf(place) });
}

/** Sends the form, unless it can be seen from here that something is missing. */
async function submit(event: Event, place: Place, view: View): Promise<void> {
  event.preventDefault();
  const errors = wrongIn(
    elementsOf(view.blocks).map(({ block, element }) => ({ block, element, chosen: chosenIn(place, block, element) })),
  );
  page.errors.set(view.id, errors);
  if (Object.keys(errors).length === 0) {
    const { person } = place;
    const outcome = await send(person, { kind: 'submit', person, view: view.id, choices: choicesOf(place) });
    if (outcome.kind === 'errors') page.errors.set(view.id, outcome.errors);
  }
  redraw();
  requestAnimationFrame(() =>
    document.querySelector('.field.wrong')?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
  );
}
