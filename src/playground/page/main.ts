import { html, render, type TemplateResult } from 'lit-html';

import { deskView } from './desk.ts';
import { afterDraw } from './focus.ts';
import { closeListsOutside } from './menu.ts';
import { overView } from './over.ts';
import { listen, post, switchTo } from './server.ts';
import { onDraw, page, redraw, type All } from './state.ts';
import { timeView } from './time-bar.ts';
import { language, languages, loadWords, speak, word } from './words.ts';

function pageView(): TemplateResult {
  const begun = page.desks.operator.messages.length > 0;
  return html`
    <header class="top">
      <img src="/mark.svg" alt="" width="32" height="32" />
      <h1>${word('name')}</h1>
      <p class="local">${word('local')}</p>
      <div class="space"></div>
      ${overView()}
      <div class="languages" role="group" aria-label=${word('language')}>
        ${languages().map(
          ([locale, name]) =>
            html`<button lang=${locale} aria-pressed=${locale === language()} @click=${() => void switchTo(locale)}>
              ${name}
            </button>`,
        )}
      </div>
    </header>
    ${timeView()}
    <p class=${page.connected ? 'guide' : 'guide away'} role="status">
      ${word(page.connected ? (begun ? 'guide.start' : 'guide.wait') : 'away')}
    </p>
    <main class="desks">${page.shown.map(deskView)}</main>
  `;
}

/** Takes over what the playground knows. If it is a new one, says that both people are here, so that the bot may greet them. */
async function take({ start, locale, desks, time, mayStartOver }: All): Promise<void> {
  const fresh = page.start !== start;
  page.connected = true;
  page.start = start;
  page.desks = { ...desks };
  page.time = time;
  page.mayStartOver = mayStartOver;
  // Which of its languages is nearest, the playground knows, and says so.
  if (locale === null) await post({ kind: 'language', locale: navigator.language });
  else speak(locale);
  redraw();
  if (!fresh) return;
  for (const person of page.shown) void post({ kind: 'open', person, tab: 'home' });
}

const root = document.querySelector<HTMLElement>('#page');
if (!root) throw new Error('the page has no #page');
document.addEventListener('click', closeListsOutside);
document.addEventListener('keyup', closeListsOutside);
await loadWords();
// A first guess, until the playground says which it is.
speak(languages().find(([tag]) => navigator.language.split('-')[0] === tag.split('-')[0])?.[0] ?? language());
onDraw(() => {
  render(pageView(), root);
  afterDraw();
});
redraw();
listen((all) => void take(all));
