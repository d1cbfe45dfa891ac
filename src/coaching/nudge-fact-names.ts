import { ACTIVITIES } from './playbook-facts.ts';

const MIX = [
  'items_14d',
  'promo_items_14d',
  'promo_ratio_14d',
  'items_before_14d',
  'promo_ratio_before_14d',
  'items_28d',
  'promo_items_28d',
  'promo_requested_28d',
  'promo_requested_share',
  'self_items_28d',
  'self_ratio_28d',
  'promo_cap',
];

/** What an operator's rules may read. */
const OPERATOR = [
  ...ACTIVITIES.flatMap((activity) => [`wd_since_${activity}`, `n_${activity}`]),
  ...MIX,
  // of the log
  'check_ins',
  'published_today',
  'published_yesterday',
  'article_only_streak',
  'learning_empty_streak',
  'number_empty_streak',
  'plan_vague_of_5',
  'plan_sharp_streak',
  'last_energy',
  'energy_low_streak',
  'missed_wd',
  'production_share_10wd',
  'production_percent_10wd',
  'pieces_10wd',
  'tenure_wd',
  'tenure_days',
  'has_manager',
  // of one blocker, of one ask
  'blocker_text',
  'blocker_wd',
  'blocker_shared',
  'blocker_at_manager',
  'ask_text',
  'ask_due',
  'ask_overdue_wd',
  // of the figures
  'items_without_t1',
  't1_share_of_5',
  'numbers_reach_only',
  'unfollows_week',
  'unfollows_usual',
  'win',
  'win_title',
  'win_metric',
  'win_of',
];

/** What they read of the position of their account, and of what came of it. */
const POSITION = [
  'positioning_age_days',
  'positioning_contradicted',
  'positioning_element',
  'exercises_missing',
  'exercise_next',
  'exercise_minutes',
  'alignment_answered',
  'alignment_waits_wd',
  'topics_open',
  'topic_next',
  'publish_planned_in_wd',
  'roles_uncovered',
  'hours_ratio_10wd',
  'team_hours_10wd',
  'piece_hours_10wd',
];

/** What a manager's rules may read: nothing that their account does not hold, or they have said themselves. */
const MANAGER = [
  ...MIX,
  'account_name',
  'questions',
  'updates',
  'quiet_wd',
  'thanks_wd',
  'win_title',
  'win_metric',
  'win_of',
  'blocker_text',
  'blocker_wd',
  'blocker_at_manager',
  'blocker_answered',
  'ask_text',
  'ask_due',
  'ask_overdue_wd',
  'ask_answered',
  'operator_wd',
  'talk_wd',
  'talked_lately',
  'alignment_asked_wd',
  'followers_first',
];

export const FACTS: Readonly<Record<'operator' | 'manager', ReadonlySet<string>>> = {
  operator: new Set([...OPERATOR, ...POSITION]),
  manager: new Set(MANAGER),
};
