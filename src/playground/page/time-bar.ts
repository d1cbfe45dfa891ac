import { html, nothing, type TemplateResult } from 'lit-html';

import type { Move } from '../moves.ts';
import { LEADS } from './people.ts';
import { post } from './server.ts';
import { page, redraw } from './state.ts';
import { language, word } from './words.ts';

const MOVES: readonly Move[] = ['next', 'day', 'friday'];
const EVERY_MS = 15_000;

setInterval(redraw, EVERY_MS);

/** The company's clock, and what moves it. */
export function timeView(): TemplateResult | typeof nothing {
  const { time } = page;
  if (!time) return nothing;
  const now = new Date(Date.now() + time.aheadMs);
  const isMoving = time.moving !== null || !page.connected;
  return html`
    <section class="time" aria-label=${word('time.clock')}>
      <p class="now"><time datetime=${now.toISOString()}>${nowWords(now, time.zone)}</time></p>
      <div class="moves" role="group" aria-label=${word('time.move')}>
        ${MOVES.map(
          (to) =>
            html`<button ?disabled=${isMoving} @click=${() => void post({ kind: 'clock', to })}>
              ${word(`time.${to}`)}
            </button>`,
        )}
      </div>
      <p class="came" role="status">${cameWords()}</p>
    </section>
  `;
}

const nowWords = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(language(), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(now);

function cameWords(): string {
  const { moving = null, came = null } = page.time ?? {};
  if (moving !== null) return word(`time.moving.${moving}`);
  if (came === null) return '';
  if (came.length === 0) return word('time.nothing-came');
  if (came.length === 1) return word(`time.came.${came[0] ?? ''}`);
  return word(
    LEADS.every((one) => came.includes(one)) && came.length === LEADS.length ? 'time.came.both' : 'time.came.several',
  );
}
