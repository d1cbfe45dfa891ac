import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import { chosenIn, press } from './place.ts';
import type { Standing } from './standing.ts';
import { choose } from './state.ts';

const QUIET_MS = 500;
let quiet: ReturnType<typeof setTimeout> | undefined;

/** A field to type into. */
export function typingView(standing: Standing): TemplateResult {
  const { place, block, element, id } = standing;
  const chosen = chosenIn(place, block, element);
  const value = typeof chosen === 'string' ? chosen : '';
  const hold = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    choose(place.key, block.block_id, element.action_id ?? '', target.value || null);
    if (tells(standing, 'on_character_entered')) soon(() => void press(place, block, element, target.value || null));
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing && tells(standing, 'on_enter_pressed'))
      void press(place, block, element, value || null);
  };
  const placeholder = element.placeholder?.text ?? nothing;
  return element.multiline === true
    ? html`<textarea
        id=${id ?? nothing}
        rows="4"
        placeholder=${placeholder}
        data-action=${element.action_id ?? ''}
        .value=${live(value)}
        @input=${hold}
      ></textarea>`
    : html`<input
        type="text"
        id=${id ?? nothing}
        inputmode=${element.type === 'number_input' ? 'decimal' : nothing}
        placeholder=${placeholder}
        autocomplete="off"
        data-action=${element.action_id ?? ''}
        .value=${live(value)}
        @input=${hold}
        @keydown=${enter}
      />`;
}

/** Whether the bot wants to hear of typing while it goes on. */
function tells({ block, element }: Standing, when: string): boolean {
  const config = element['dispatch_action_config'];
  const on =
    typeof config === 'object' && config !== null && 'trigger_actions_on' in config
      ? config.trigger_actions_on
      : ['on_enter_pressed'];
  return block.dispatch_action === true && Array.isArray(on) && on.includes(when);
}

function soon(tell: () => void): void {
  clearTimeout(quiet);
  quiet = setTimeout(tell, QUIET_MS);
}
