import { html, type TemplateResult } from 'lit-html';

import { readMrkdwn, plainWords, type Part, type Span } from './mrkdwn.ts';
import { IDS, PERSONS } from './people.ts';
import { word } from './words.ts';

/** A text object, or a bare text: what a person wrote is always put in as text, never as HTML. */
export function textView(text: string, plain = false): TemplateResult {
  if (plain) return html`<span class="plain">${plainWords(text)}</span>`;
  return html`${readMrkdwn(text).map(partView)}`;
}

function partView(part: Part): TemplateResult {
  if (part.kind === 'pre') return html`<pre>${part.text}</pre>`;
  const lines = part.lines.map((line, at) => html`${at > 0 ? html`<br />` : ''}${line.map(spanView)}`);
  return part.kind === 'quote' ? html`<blockquote>${lines}</blockquote>` : html`<p>${lines}</p>`;
}

function spanView(span: Span): TemplateResult {
  switch (span.kind) {
    case 'text':
      return html`${span.text}`;
    case 'code':
      return html`<code>${span.text}</code>`;
    case 'link':
      return html`<a href=${span.url} target="_blank" rel="noreferrer noopener">${span.text}</a>`;
    case 'mention':
      return html`<span class="mention">@${nameOfUser(span.user)}</span>`;
    case 'bold':
      return html`<strong>${span.spans.map(spanView)}</strong>`;
    case 'italic':
      return html`<em>${span.spans.map(spanView)}</em>`;
    case 'strike':
      return html`<s>${span.spans.map(spanView)}</s>`;
  }
}

const nameOfUser = (user: string): string =>
  PERSONS.filter((person) => IDS[person].user === user).map((person) => word(`person.${person}`))[0] ?? user;
