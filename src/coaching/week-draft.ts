import { z } from 'zod';

import { Ask, Week, WeekEntry } from './account.ts';

/** What an operator would pass on of a week: theirs alone until they send it. */
export const WeekDraft = z.strictObject({
  week: Week,
  account: z.string(),
  /** What the week's check-ins say of readers: only what is ticked goes further. */
  heard: z.array(z.string()),
  /** What a thank-you could be for. */
  wins: z.array(z.string()),
  ...WeekEntry.pick({ heldBack: true, learnings: true, line: true, focus: true, win: true }).shape,
  ask: Ask.pick({ text: true, a: true, b: true, prefers: true, waiting: true, dueOn: true }).nullable(),
});
export type WeekDraft = z.infer<typeof WeekDraft>;

/** Held back, it keeps every figure out of the digest. */
export const NUMBERS = 'numbers';

const LEARNING = 'learning-';
/** What a ticked learning is held back by: its place among those ticked. */
export const learningId = (place: number): string => `${LEARNING}${place + 1}`;

/** Ids without those of learnings, which stand for others once the ticks change. */
export const withoutLearnings = (heldBack: readonly string[]): string[] =>
  heldBack.filter((id) => !id.startsWith(LEARNING));

type OfWeek = { readonly week: string; readonly account: string };

/** The draft of a week: the one there is, or a new one that still holds back what the one before did. */
export function draftOf(known: WeekDraft | null, { week, account }: OfWeek): WeekDraft {
  if (known?.week === week && known.account === account) return known;
  const heldBack = known?.account === account ? withoutLearnings(known.heldBack) : [];
  return { week, account, heard: [], wins: [], heldBack, learnings: [], line: null, focus: null, win: null, ask: null };
}

export const HEARD_KEPT = 5;

/** A check-in after the summary has something of readers too. */
export function withHeard(
  draft: WeekDraft | null,
  { week, words }: { readonly week: string; readonly words: string | null },
): WeekDraft | null {
  if (draft?.week !== week || words === null) return draft;
  return { ...draft, heard: [...new Set([words, ...draft.heard])].slice(0, HEARD_KEPT) };
}

type By = { readonly operator: string; readonly on: string };

/** What goes into the account. Of a week that is skipped nothing does, but which ids to go on holding back. */
export function toEntry(draft: WeekDraft, status: WeekEntry['status'], { operator, on }: By): WeekEntry {
  const { week, heldBack } = draft;
  if (status === 'skipped') {
    return { week, operator, status, on, heldBack, learnings: [], line: null, focus: null, win: null };
  }
  const learnings = draft.learnings.filter((_, i) => !heldBack.includes(learningId(i)));
  return { week, operator, status, on, heldBack, learnings, line: draft.line, focus: draft.focus, win: draft.win };
}

/** One a week and operator, so that sending twice asks once. */
export const askIdOf = (week: string, operator: string): string => `ask-${week}-${operator.split(':').at(-1) ?? ''}`;

export const toAsk = ({ week, ask }: WeekDraft, { operator, on }: By): Ask | null =>
  ask && { ...ask, id: askIdOf(week, operator), operator, askedOn: on, answer: null };
