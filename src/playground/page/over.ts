import { html, nothing, type TemplateResult } from 'lit-html';

import { post } from './server.ts';
import { page } from './state.ts';
import { word } from './words.ts';

const COMPANIES = ['example', 'empty'] as const;

/** Everything from the beginning: the list says what is lost before anything is. */
export function overView(): TemplateResult | typeof nothing {
  if (!page.mayStartOver) return nothing;
  const isMoving = page.time?.moving !== null || !page.connected;
  return html`<details class="over" @keydown=${closeOnEscape}>
    <summary>${word('over')}</summary>
    <div class="list" role="group" aria-label=${word('over')}>
      <p>${word('over.warning')}</p>
      ${COMPANIES.map(
        (company) =>
          html`<button
            type="button"
            class="press"
            ?disabled=${isMoving}
            @click=${(event: Event) => void startOver(event, company)}
          >
            ${word(`over.${company}`)}
          </button>`,
      )}
    </div>
  </details>`;
}

async function startOver(event: Event, company: (typeof COMPANIES)[number]): Promise<void> {
  if (event.currentTarget instanceof Element) event.currentTarget.closest('details')?.removeAttribute('open');
  await post({ kind: 'start-over', company });
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.currentTarget instanceof HTMLDetailsElement)) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
