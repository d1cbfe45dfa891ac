import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import { blocksView } from './blocks.ts';
import { composerView } from './composer.ts';
import { messagesView } from './messages.ts';
import { modalView } from './modal.ts';
import { PERSONS, type Person } from './people.ts';
import { post } from './server.ts';
import { page, redraw, showInstead } from './state.ts';
import { word } from './words.ts';

const TABS = ['messages', 'home'] as const;

/** One person's Slack. */
export function deskView(person: Person): TemplateResult {
  const { modals } = page.desks[person];
  const { tab } = page.locals[person];
  const modal = modals.at(-1);
  return html`
    <section class="desk" data-person=${person} aria-label=${word(`person.${person}`)}>
      <div class="under" ?inert=${modal !== undefined}>
        <header class="who">
          <span class="avatar ${person}" aria-hidden="true">${word(`initial.${person}`)}</span>
          <h2>${word(`person.${person}`)}</h2>
          <p>${word(`about.${person}`)}</p>
          ${whoView(person)}
        </header>
        <div
          class="tabs"
          role="tablist"
          aria-label=${word(`person.${person}`)}
          @keydown=${(event: KeyboardEvent) => onArrow(event, person)}
        >
          ${TABS.map((name) => tabView(person, name))}
        </div>
        <div class="panel" role="tabpanel" id="panel-${person}" aria-labelledby="tab-${person}-${tab}">
          ${tab === 'messages' ? html`${messagesView(person)}${composerView(person)}` : homeView(person)}
        </div>
      </div>
      ${modal ? modalView(person, modal, modals.length) : nothing}
    </section>
  `;
}

/** Shows somebody else in this column. Who got something meanwhile has it beside their name. */
function whoView(person: Person): TemplateResult {
  const onChange = (event: Event): void => {
    const chosen = PERSONS.find((one) => event.target instanceof HTMLSelectElement && one === event.target.value);
    if (!chosen) return;
    showInstead(person, chosen);
    void post({ kind: 'open', person: chosen, tab: page.locals[chosen].tab });
  };
  return html`<select class="whose" aria-label=${word('show-instead')} @change=${onChange}>
    ${PERSONS.map(
      (one) =>
        html`<option value=${one} .selected=${live(one === person)}>
          ${word(`person.${one}`)}${page.unseen[one] > 0 ? ` · ${page.unseen[one]} ${word('new')}` : ''}
        </option>`,
    )}
  </select>`;
}

const tabView = (person: Person, name: (typeof TABS)[number]): TemplateResult => {
  const selected = page.locals[person].tab === name;
  return html`<button
    role="tab"
    id="tab-${person}-${name}"
    aria-selected=${selected}
    aria-controls="panel-${person}"
    tabindex=${selected ? 0 : -1}
    @click=${() => show(person, name)}
  >
    ${word(`tab.${name}`)}
  </button>`;
};

function show(person: Person, tab: (typeof TABS)[number]): void {
  page.locals[person].tab = tab;
  redraw();
  void post({ kind: 'open', person, tab });
}

function onArrow(event: KeyboardEvent, person: Person): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const other = page.locals[person].tab === 'messages' ? 'home' : 'messages';
  show(person, other);
  document.querySelector<HTMLElement>(`#tab-${person}-${other}`)?.focus();
}

function homeView(person: Person): TemplateResult {
  const { home } = page.desks[person];
  if (!home) return html`<div class="home"><p class="empty">${word('empty.home')}</p></div>`;
  const place = { person, key: `home ${person}`, at: { kind: 'home' } } as const;
  return html`<div class="home blocks">${blocksView(home.blocks, place)}</div>`;
}
