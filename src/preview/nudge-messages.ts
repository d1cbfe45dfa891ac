import type { Coaching } from '../coaching/decision.ts';
import { nudgeParts } from '../coaching/nudge-message.ts';
import type { NudgeRule } from '../coaching/nudge-rules.ts';
import { NEVER_SAID } from '../coaching/nudge-state.ts';
import { fittingOf, type Facts } from '../coaching/nudge-words.ts';
import type { Message } from './messages.ts';

/** What nudges may tell of, so that each of them has something to tell. */
const FACTS: Facts = {
  account_name: '少坏一次',
  article_only_streak: 3,
  ask_due: '2026-11-25',
  ask_overdue_wd: 2,
  ask_text: 'May the guide show a price range?',
  blocker_shared: false,
  blocker_text: 'Waiting for sales to settle the price range',
  blocker_wd: 4,
  check_ins: 12,
  energy_low_streak: 3,
  exercise_next: 'audience',
  has_manager: true,
  items_14d: 6,
  items_28d: 10,
  items_without_t1: 2,
  learning_empty_streak: 5,
  missed_wd: 2,
  number_empty_streak: 0,
  plan_vague_of_5: 3,
  positioning_element: 'audience',
  production_percent_10wd: 85,
  promo_cap: 0.4,
  promo_items_14d: 3,
  promo_items_28d: 5,
  promo_requested_28d: 3,
  published_yesterday: true,
  questions: 1,
  quiet_wd: 6,
  self_items_28d: 7,
  topics_open: 2,
  unfollows_usual: 8,
  unfollows_week: 24,
  updates: 1,
  win: 'plans',
  win_metric: 'finish_rate',
  win_of: 8,
  win_title: 'New bearing, same noise: check the shaft first',
};

/** `nudge-N01-2`: each rule in each of its wordings; a rule that waits for what is not recorded yet has none. */
export const nudgeMessages = ({ nudges }: Coaching): Message[] => nudges.rules.flatMap((rule) => wordingsOf(rule));

function wordingsOf(rule: NudgeRule): Message[] {
  const fitting = fittingOf(rule, FACTS);
  if (!fitting || OF_LATER.has(rule.id)) return [];
  return Array.from({ length: rule.wordings }, (_, i): Message => {
    const state = { ...NEVER_SAID, ...fitting, wording: i + 1 };
    const parts = nudgeParts({ rule, ids: [], facts: FACTS, state }, { account: null, cards: [], lines: [] });
    return { name: `nudge-${rule.id}-${i + 1}`, to: rule.to, parts };
  });
}

/** What they ask about is not recorded in this version, so nobody gets them. */
const OF_LATER = new Set(['N11', 'N12', 'N15', 'N20']);
