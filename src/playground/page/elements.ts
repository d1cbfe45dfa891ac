import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import type { Option } from '../block.ts';
import { isMany, optionsOf } from './element.ts';
import { menuView, personView } from './menu.ts';
import { textView } from './mrkdwn-view.ts';
import { chosenIn, press, put } from './place.ts';
import { toggled, type Standing } from './standing.ts';
import { typingView } from './typing.ts';

export function elementView(standing: Standing): TemplateResult | typeof nothing {
  switch (standing.element.type) {
    case 'button':
      return buttonView(standing);
    case 'static_select':
    case 'multi_static_select':
      return menuView(standing);
    case 'users_select':
    case 'multi_users_select':
      return personView(standing);
    case 'checkboxes':
    case 'radio_buttons':
      return boxesView(standing);
    case 'datepicker':
    case 'timepicker':
      return pickerView(standing);
    case 'image':
      return html`<img
        class="picture"
        src=${standing.element.image_url ?? ''}
        alt=${standing.element.alt_text ?? ''}
      />`;
    default:
      return standing.element.type.endsWith('_input') ? typingView(standing) : nothing;
  }
}

function buttonView({ place, block, element }: Standing): TemplateResult {
  const words = typeof element.text === 'string' ? element.text : (element.text?.text ?? '');
  const content = textView(words, true);
  const open = (): void => {
    if (element.confirm && !window.confirm(`${element.confirm.title.text}\n\n${element.confirm.text.text}`)) return;
    if (element.url !== undefined) window.open(element.url, '_blank', 'noopener');
    void press(place, block, element);
  };
  return html`<button
    type="button"
    class="press ${element.style ?? ''}"
    data-action=${element.action_id ?? ''}
    aria-label=${element.accessibility_label ?? nothing}
    @click=${open}
  >
    ${content}
  </button>`;
}

function boxesView(standing: Standing): TemplateResult {
  const { id, element } = standing;
  const name = id ?? `${standing.place.key}-${standing.block.block_id}-${element.action_id}`;
  return html`<div
    class="boxes"
    role=${isMany(element) ? 'group' : 'radiogroup'}
    aria-labelledby=${id === undefined ? nothing : `${id}-label`}
  >
    ${optionsOf(element).map((option) => boxView(standing, option, name))}
  </div>`;
}

function boxView({ place, block, element }: Standing, option: Option, name: string): TemplateResult {
  const chosen = chosenIn(place, block, element);
  const value = option.value ?? '';
  const many = isMany(element);
  const checked = Array.isArray(chosen) ? chosen.includes(value) : chosen === value;
  const toggle = (): void => put(place, block, element, many ? toggled(chosen, value) : value);
  return html`<label class="box">
    <input
      type=${many ? 'checkbox' : 'radio'}
      name=${name}
      .checked=${live(checked)}
      value=${value}
      @change=${toggle}
    />
    <span
      >${textView(option.text.text, option.text.type === 'plain_text')}${option.description ? html`<small>${textView(option.description.text, true)}</small>` : nothing}</span
    >
  </label>`;
}

function pickerView({ place, block, element, id }: Standing): TemplateResult {
  const chosen = chosenIn(place, block, element);
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) put(place, block, element, event.target.value || null);
  };
  const label = element.placeholder?.text;
  return html`<input
    type=${element.type === 'datepicker' ? 'date' : 'time'}
    id=${id ?? nothing}
    aria-label=${id === undefined ? (label ?? nothing) : nothing}
    .value=${live(typeof chosen === 'string' ? chosen : '')}
    data-action=${element.action_id ?? ''}
    @change=${onChange}
  />`;
}
