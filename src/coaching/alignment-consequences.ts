import type { AlignmentChange } from './alignment-change.ts';
import type { Consequence } from './consequence.ts';

export const stepOf = (account: string, change: AlignmentChange): Consequence => ({
  kind: 'position',
  account,
  change: { kind: 'alignment', change },
});

/** A manager who answers, proposes or agrees is there, and is counted so: that it happened, and nothing of what it was. */
export const countedFor = (account: string, { id, on }: { readonly id: string; readonly on: string }): Consequence => ({
  kind: 'change',
  account,
  change: { kind: 'event', event: { id: `answered_question@${id}`, kind: 'answered_question', on } },
});
