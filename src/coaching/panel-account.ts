import type { PanelRule } from './panel.ts';

export const ACCOUNT: PanelRule = {
  deed: 'account-settings',
  isOfAccount: true,
  open: () => ({ key: 'panel.not-yours' }),
  send: () => ({ kind: 'refused', errors: {} }),
};
