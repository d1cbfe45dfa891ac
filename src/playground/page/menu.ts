import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import type { Element, Option } from '../block.ts';
import { isMany, optionsOf } from './element.ts';
import { plainWords } from './mrkdwn.ts';
import { PERSONS, IDS } from './people.ts';
import { chosenIn, press, put } from './place.ts';
import { toggled, type Standing } from './standing.ts';
import { choose } from './state.ts';
import { word } from './words.ts';

export const menuView = (standing: Standing): TemplateResult =>
  isMany(standing.element) ? manyView(standing) : oneView(standing, groupsOf(standing));

export const personView = (standing: Standing): TemplateResult =>
  isMany(standing.element) ? manyView(standing) : oneView(standing, [{ label: null, choices: people() }]);

const people = (): readonly Choice[] =>
  PERSONS.map((person) => ({ value: IDS[person].user, words: word(`person.${person}`) }));

const manyOf = (element: Element): readonly Choice[] =>
  element.type === 'multi_users_select' ? people() : optionsOf(element).map(choiceOf);

type Choice = { readonly value: string; readonly words: string };
type Group = { readonly label: string | null; readonly choices: readonly Choice[] };

const groupsOf = ({ element }: Standing): readonly Group[] =>
  element.option_groups
    ? element.option_groups.map((group) => ({ label: group.label.text, choices: group.options.map(choiceOf) }))
    : [{ label: null, choices: optionsOf(element).map(choiceOf) }];

const choiceOf = (option: Option): Choice => ({ value: option.value ?? '', words: plainWords(option.text.text) });

function oneView({ place, block, element, id }: Standing, groups: readonly Group[]): TemplateResult {
  const chosen = chosenIn(place, block, element);
  const label = element.placeholder?.text ?? word('choose');
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) put(place, block, element, event.target.value || null);
  };
  const optionView = ({ value, words }: Choice): TemplateResult =>
    html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`;
  return html`<select
    id=${id ?? nothing}
    aria-label=${id === undefined ? label : nothing}
    data-action=${element.action_id ?? ''}
    @change=${onChange}
  >
    <option value="" .selected=${live(chosen === null)}>${label}</option>
    ${groups.map(({ label, choices }) =>
      label === null ? choices.map(optionView) : html`<optgroup label=${label}>${choices.map(optionView)}</optgroup>`,
    )}
  </select>`;
}

const whenOpened = new WeakMap<HTMLDetailsElement, string>();

/** Several of a list. As in Slack, in a message the bot hears of the choice when the list is closed. */
function manyView(standing: Standing): TemplateResult {
  const { place, block, element, id } = standing;
  const chosen = chosenIn(place, block, element);
  const all = Array.isArray(chosen) ? chosen : [];
  const label = element.placeholder?.text ?? word('choose-some');
  const words = manyOf(element)
    .filter(({ value }) => all.includes(value))
    .map((choice) => choice.words);
  const onToggle = (event: Event): void => {
    if (!(event.target instanceof HTMLDetailsElement)) return;
    const now = chosenIn(place, block, element);
    const standsNow = Array.isArray(now) ? now.join('\n') : '';
    if (event.target.open) whenOpened.set(event.target, standsNow);
    else if (standsNow !== whenOpened.get(event.target) && block.type !== 'input')
      void press(place, block, element, now);
  };
  const full = element.max_selected_items !== undefined && all.length >= element.max_selected_items;
  return html`<details
    class="many"
    data-action=${element.action_id ?? ''}
    @toggle=${onToggle}
    @keydown=${closeOnEscape}
  >
    <summary
      id=${id ?? nothing}
      aria-labelledby=${id === undefined ? nothing : `${id}-label ${id}`}
      class=${words.length === 0 ? 'placeholder' : ''}
    >
      ${words.length === 0 ? label : words.join(' · ')}
    </summary>
    <div class="list" role="group" aria-label=${label}>
      ${manyOf(element).map((choice) => {
        const checked = all.includes(choice.value);
        return html`<label class="box">
          <input
            type="checkbox"
            value=${choice.value}
            .checked=${live(checked)}
            ?disabled=${full && !checked}
            @change=${() => choose(place.key, block.block_id, element.action_id ?? '', toggled(chosen, choice.value))}
          />
          <span>${choice.words}</span>
        </label>`;
      })}
    </div>
  </details>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.currentTarget instanceof HTMLDetailsElement) || !event.currentTarget.open)
    return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}

/** Closes the lists that a click, or the Tab key, has left. Not sooner: a button below would move from under the finger. */
export function closeListsOutside(event: Event): void {
  if (event instanceof KeyboardEvent && event.key !== 'Tab') return;
  for (const list of document.querySelectorAll<HTMLDetailsElement>('details.many[open], details.over[open]')) {
    if (event.target instanceof Node && !list.contains(event.target)) list.open = false;
  }
}
