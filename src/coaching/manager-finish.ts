import { delegateEnd, talkEnd } from './manager-ask-ends.ts';
import { endOf, type FinishRule } from './manager-end.ts';
import { unblockEnd } from './manager-unblock-end.ts';
import { focusEnd, replyEnd, thankEnd, weekEnd } from './manager-word-ends.ts';

/** What the ends of a manager's conversations change, by flow. */
export const managerFinish: Readonly<Record<string, FinishRule>> = {
  'manager-reply': endOf(replyEnd),
  'manager-unblock': endOf(unblockEnd),
  'manager-focus': endOf(focusEnd),
  'manager-thank': endOf(thankEnd),
  'manager-talk': endOf(talkEnd),
  'manager-delegate': endOf(delegateEnd),
  'manager-week': endOf(weekEnd),
};
