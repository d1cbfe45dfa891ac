import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

import type { Block, Words } from '../block.ts';
import { elementView } from './elements.ts';
import { inputView } from './input.ts';
import { textView } from './mrkdwn-view.ts';
import type { Place } from './place.ts';

/** Block Kit, as far as the bot uses it. */
export const blocksView = (blocks: readonly Block[], place: Place): TemplateResult =>
  html`${repeat(
    blocks,
    (block) => `${place.key} ${block.block_id}`,
    (block) => blockView(block, place),
  )}`;

function blockView(block: Block, place: Place): TemplateResult | typeof nothing {
  switch (block.type) {
    case 'section':
      return sectionView(block, place);
    case 'header':
      return html`<h3 class="header">${wordsView(block.text)}</h3>`;
    case 'context':
      return html`<div class="context">
        ${block.elements?.map((element) => (element.type === 'image' ? imageView(element) : textOf(element)))}
      </div>`;
    case 'actions':
      return html`<div class="actions">
        ${block.elements?.map((element) => elementView({ place, block, element }))}
      </div>`;
    case 'input':
      return inputView(block, place);
    case 'image':
      return imageView(block);
    case 'markdown':
      return html`<div class="section"><div class="text">${wordsView(block.text)}</div></div>`;
    case 'divider':
      return html`<hr />`;
    default:
      return nothing;
  }
}

const sectionView = (block: Block, place: Place): TemplateResult => html`
  <div class="section">
    <div class="text">
      ${wordsView(block.text)}
      ${block.fields ? html`<div class="fields">${block.fields.map((field) => html`<div>${wordsView(field)}</div>`)}</div>` : nothing}
    </div>
    ${block.accessory ? html`<div class="accessory">${elementView({ place, block, element: block.accessory })}</div>` : nothing}
  </div>
`;

const wordsView = (words: Words | string | undefined): TemplateResult | typeof nothing => {
  if (words === undefined) return nothing;
  return typeof words === 'string' ? textView(words) : textView(words.text, words.type === 'plain_text');
};

const textOf = ({ type, text }: { type: string; text?: Words | string }): TemplateResult | typeof nothing =>
  typeof text === 'string' ? textView(text, type === 'plain_text') : wordsView(text);

type Image = { image_url?: string; slack_file?: { id?: string }; alt_text?: string };

const imageView = ({ image_url: url, slack_file: file, alt_text: words }: Image): TemplateResult =>
  html`<img class="picture" src=${url ?? `/file/${file?.id ?? ''}`} alt=${words ?? ''} />`;
