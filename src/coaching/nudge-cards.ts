import type { Account, Ask, SharedBlocker } from './account.ts';
import { askBlock, blockerBlock } from './manager-asks.ts';
import { openAsks, passedOn, waitingBlockers } from './nudge-account-facts.ts';
import type { Day } from './nudge-facts.ts';
import type { NudgeCase } from './nudges.ts';
import type { Part } from './post.ts';

/** What the manager can decide or free right here: the one it is about, or the first that is open. */
export function cardsOf({ rule, ids }: NudgeCase, account: Account | null, { today, calendar }: Day): Part[] {
  if (rule.card === undefined || account === null) return [];
  const shown = passedOn(account, today);
  const [, ...named] = ids;
  const toAsk = (ask: Ask): Part => askBlock(account, ask, today, calendar);
  const toBlocker = (blocker: SharedBlocker): Part => blockerBlock(account, blocker, today, calendar);
  if (rule.card === 'blocker') {
    const blocker = shown.blockers.find(({ operator, id }) => operator === named[0] && id === named[1]);
    return blocker ? [toBlocker(blocker)] : [];
  }
  if (named.length > 0) return openAsks(shown).flatMap((ask) => (ask.id === named[0] ? [toAsk(ask)] : []));
  const [first] = [...openAsks(shown).map(toAsk), ...waitingBlockers(shown).map(toBlocker)];
  return first ? [first] : [];
}
