import { z } from 'zod';

/** What Bearings does by itself for one person. */
export const RoutineName = z.enum([
  // operator
  'check-in',
  'reminder',
  'again',
  'close',
  'nudge',
  'summary',
  // manager
  'digest',
  'manager-week',
  'manager-nudge',
]);
export type RoutineName = z.infer<typeof RoutineName>;
