import type { PanelRule } from './panel.ts';

export const WORKSPACE: PanelRule = {
  deed: 'workspace-settings',
  isOfAccount: false,
  open: () => ({ key: 'panel.not-yours' }),
  send: () => ({ kind: 'refused', errors: {} }),
};
