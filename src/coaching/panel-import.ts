import type { PanelRule } from './panel.ts';

export const IMPORT: PanelRule = {
  deed: 'set-up',
  isOfAccount: false,
  open: () => ({ key: 'panel.not-yours' }),
  send: () => ({ kind: 'refused', errors: {} }),
};
