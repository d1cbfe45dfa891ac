import type { PanelRule } from './panel.ts';

export const SETTINGS: PanelRule = {
  deed: 'own-settings',
  isOfAccount: false,
  open: () => ({ key: 'panel.not-yours' }),
  send: () => ({ kind: 'refused', errors: {} }),
};
