import { z } from 'zod';

/** The panels there are, as buttons name them. */
export const PanelName = z.enum(['setup', 'settings', 'account', 'workspace', 'questions', 'import']);
export type PanelName = z.infer<typeof PanelName>;
