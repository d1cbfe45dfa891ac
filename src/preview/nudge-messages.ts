import type { Coaching } from '../coaching/decision.ts';
import { nudgeParts } from '../coaching/nudge-message.ts';
import type { NudgeRule } from '../coaching/nudge-rules.ts';
import { NEVER_SAID } from '../coaching/nudge-state.ts';
import { fittingOf, type Facts } from '../coaching/nudge-words.ts';
import type { Message } from './messages.ts';

const ACCOUNT = 'T000000001:account-of-U0OPERATOR';

/** What nudges may tell of, so that each of them has something to tell. */
const FACTS: Facts = {
  account_name: '少坏一次',
  alignment_answered: false,
  alignment_asked_wd: 5,
  alignment_waits_wd: 5,
  article_only_streak: 3,
  ask_due: '2026-11-25',
  ask_overdue_wd: 2,
  ask_text: 'May the guide show a price range?',
  blocker_shared: false,
  blocker_text: 'Waiting for sales to settle the price range',
  blocker_wd: 4,
  check_ins: 12,
  energy_low_streak: 3,
  exercise_minutes: 6,
  exercise_next: 'purpose',
  followers_first: true,
  has_manager: true,
  items_14d: 6,
  items_28d: 10,
  items_without_t1: 2,
  learning_empty_streak: 5,
  missed_wd: 2,
  number_empty_streak: 0,
  piece_hours_10wd: 30,
  pieces_10wd: 5,
  plan_vague_of_5: 3,
  positioning_age_days: 96,
  positioning_contradicted: '',
  positioning_element: 'audience',
  production_percent_10wd: 85,
  production_share_10wd: 0.85,
  promo_cap: 0.4,
  promo_items_14d: 3,
  promo_items_28d: 5,
  promo_requested_28d: 3,
  published_yesterday: true,
  publish_planned_in_wd: 1,
  questions: 1,
  quiet_wd: 6,
  roles_uncovered: 3,
  self_items_28d: 7,
  team_hours_10wd: 20,
  topics_open: 2,
  unfollows_usual: 8,
  unfollows_week: 24,
  updates: 1,
  win: 'plans',
  win_metric: 'finish_rate',
  win_of: 8,
  win_title: 'New bearing, same noise: check the shaft first',
};

/** `nudge-N01-2`: each rule in each of its wordings. */
export const nudgeMessages = ({ nudges }: Coaching): Message[] => nudges.rules.flatMap((rule) => wordingsOf(rule));

function wordingsOf(rule: NudgeRule): Message[] {
  const fitting = fittingOf(rule, FACTS);
  if (!fitting) return [];
  return Array.from({ length: rule.wordings }, (_, i): Message => {
    const state = { ...NEVER_SAID, ...fitting, wording: i + 1 };
    const parts = nudgeParts({ rule, ids: [], facts: FACTS, state }, { account: ACCOUNT, cards: [], lines: [] });
    return { name: `nudge-${rule.id}-${i + 1}`, to: rule.to, parts };
  });
}
