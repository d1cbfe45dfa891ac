import type { PanelRule } from './panel.ts';

export const QUESTIONS: PanelRule = {
  deed: 'account-questions',
  isOfAccount: false,
  open: () => ({ key: 'panel.not-yours' }),
  send: () => ({ kind: 'refused', errors: {} }),
};
