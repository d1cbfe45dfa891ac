import { z } from 'zod';

/** The name of a file in `locales/`: a BCP 47 tag. Which there are is known when they are read. */
export const Locale = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
export type Locale = z.infer<typeof Locale>;
