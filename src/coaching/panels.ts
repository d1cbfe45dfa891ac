import { ACCOUNT } from './panel-account.ts';
import { IMPORT } from './panel-import.ts';
import { QUESTIONS } from './panel-questions.ts';
import { SETTINGS } from './panel-settings.ts';
import { SETUP } from './panel-setup.ts';
import { WORKSPACE } from './panel-workspace.ts';
import type { Panels } from './panel.ts';

/** Every panel there is. */
export const PANELS: Panels = {
  setup: SETUP,
  settings: SETTINGS,
  account: ACCOUNT,
  workspace: WORKSPACE,
  questions: QUESTIONS,
  import: IMPORT,
};
