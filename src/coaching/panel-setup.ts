import type { PanelRule } from './panel.ts';

export const SETUP: PanelRule = {
  deed: 'set-up',
  isOfAccount: false,
  open: () => ({ key: 'panel.not-yours' }),
  send: () => ({ kind: 'refused', errors: {} }),
};
