import { html, nothing, type TemplateResult } from 'lit-html';

import type { Block } from '../block.ts';
import { elementView } from './elements.ts';
import { textView } from './mrkdwn-view.ts';
import type { Place } from './place.ts';
import { page } from './state.ts';
import { isWord, word } from './words.ts';

/** A field of a form: its label, what it holds, a hint, and what is wrong with it. */
export function inputView(block: Block, place: Place): TemplateResult | typeof nothing {
  if (!block.element) return nothing;
  const id = `${place.key}-${block.block_id}`.replace(/\s/g, '-');
  const error = page.errors.get(place.key)?.[block.block_id];
  const optional = block.optional === true ? html` <span class="optional">${word('optional')}</span>` : nothing;
  return html`
    <div class="field ${error === undefined ? '' : 'wrong'}" data-block=${block.block_id}>
      <label class="label" id="${id}-label" for=${id}>${textView(block.label?.text ?? '', true)}${optional}</label>
      ${elementView({ place, block, element: block.element, id })}
      ${block.hint ? html`<p class="hint">${textView(block.hint.text, true)}</p>` : nothing}
      ${error === undefined ? nothing : html`<p class="error" role="alert">${isWord(error) ? word(error) : error}</p>`}
    </div>
  `;
}
