import type { Row } from './nudging.ts';

const manager = { account_name: 'Fewer Breakdowns' };

/** When each rule of a manager is so, and when just not. */
export const MANAGER_ROWS: readonly Row[] = [
  {
    id: 'N02-manager',
    fires: {
      ...manager,
      items_14d: 4,
      promo_ratio_14d: 0.5,
      items_before_14d: 4,
      promo_ratio_before_14d: 0.5,
      promo_requested_share: 0.5,
      promo_items_28d: 4,
      items_28d: 8,
      promo_requested_28d: 2,
      promo_cap: 0.4,
    },
    below: { promo_requested_share: 0.49 },
    stops: { promo_ratio_14d: 0.25 },
  },
  {
    id: 'N05',
    fires: { blocker_wd: 4, blocker_at_manager: true, blocker_answered: false, blocker_text: 'the price' },
    below: { blocker_wd: 3 },
    stops: { blocker_answered: true },
  },
  {
    id: 'N05',
    fires: { blocker_wd: 9, blocker_at_manager: true, blocker_answered: false, blocker_text: 'the price' },
    below: { blocker_at_manager: false },
  },
  {
    id: 'N06',
    fires: { ...manager, quiet_wd: 6, questions: 1, updates: 1 },
    below: { quiet_wd: 5 },
    stops: { quiet_wd: 0 },
    variant: 'both',
  },
  {
    id: 'N06',
    fires: { ...manager, quiet_wd: 6, questions: 1, updates: 0 },
    below: { questions: 0 },
    variant: 'question',
  },
  { id: 'N06', fires: { ...manager, quiet_wd: 6, questions: 0, updates: 2 }, below: { updates: 0 }, variant: 'news' },
  {
    id: 'N07',
    fires: { ask_due: '2026-11-16', ask_overdue_wd: 2, ask_answered: false },
    below: { ask_overdue_wd: 1 },
    stops: { ask_answered: true },
  },
  {
    id: 'N18-manager',
    fires: { win_title: 'Bearings', win_metric: 'share_rate', win_of: 8, thanks_wd: 10 },
    below: { thanks_wd: 9 },
    stops: { thanks_wd: 0 },
  },
  {
    id: 'N19',
    fires: { ...manager, talk_wd: 3, operator_wd: 3, talked_lately: false },
    below: { operator_wd: 2 },
  },
  { id: 'N19', fires: { ...manager, talk_wd: 10, operator_wd: 12, talked_lately: false }, below: { operator_wd: 13 } },
  {
    id: 'N19',
    fires: { ...manager, talk_wd: 20, operator_wd: 20, talked_lately: false },
    below: { talked_lately: true },
  },
  {
    id: 'N12-manager',
    fires: { ...manager, alignment_asked_wd: 5 },
    below: { alignment_asked_wd: 4 },
  },
  { id: 'N16-manager', fires: { ...manager, followers_first: true }, below: { followers_first: false } },
];
