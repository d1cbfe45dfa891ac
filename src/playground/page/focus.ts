import { page } from './state.ts';

let lastModals = '';
let lastCounts = '';
let lastPlace: Element | null = null;

/** After each drawing: keeps the newest message in sight, and the keyboard where a person would look for it. */
export function afterDraw(): void {
  scrollDown();
  const modals = [page.desks.operator, page.desks.manager].map((desk) => desk.modals.at(-1)?.id ?? '').join();
  if (modals !== lastModals) {
    lastModals = modals;
    const dialog = document.querySelector('[role=dialog]');
    const field = dialog?.querySelector<HTMLElement>(
      'form input, form textarea, form select, form summary, form button',
    );
    field?.focus({ preventScroll: true });
    if (!dialog) backToComposer();
  } else if (document.activeElement === document.body) backToComposer();
  const desk = document.activeElement?.closest('.desk');
  if (desk) lastPlace = desk;
}

/** A pressed button goes away with its question; typing goes on in the same column. */
function backToComposer(): void {
  lastPlace?.querySelector<HTMLElement>('.composer textarea')?.focus({ preventScroll: true });
}

function scrollDown(): void {
  const counts = `${page.desks.operator.messages.at(-1)?.ts} ${page.desks.manager.messages.at(-1)?.ts} ${page.locals.operator.tab}${page.locals.manager.tab}`;
  if (counts === lastCounts) return;
  lastCounts = counts;
  for (const list of document.querySelectorAll('.messages')) showNewest(list);
}

/** A message that is taller than the window is read from its beginning. */
function showNewest(list: Element): void {
  list.scrollTop = list.scrollHeight;
  const above = list.getBoundingClientRect().top - (list.lastElementChild?.getBoundingClientRect().top ?? 0);
  if (above > 0) list.scrollTop -= above;
}
