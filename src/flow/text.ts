import { z } from 'zod';

/** A value put into a message: a person's words, a figure, another text, or a list of these. */
export type TextValue = string | number | Text | readonly TextValue[];

/** Words to be said, still without a language: a key of `locales/` and what goes into its blanks. */
export type Text = { readonly key: string; readonly values?: Readonly<Record<string, TextValue>> };

export const TextValue: z.ZodType<TextValue> = z.lazy(() =>
  z.union([z.string(), z.number(), Text, z.array(TextValue).readonly()]),
);

export const Text: z.ZodType<Text> = z.object({
  key: z.string(),
  values: z.record(z.string(), TextValue).readonly().exactOptional(),
});

/** A person's own words, said as they are. */
export const literal = (text: string): Text => ({ key: 'literal', values: { text } });

/** A date (YYYY-MM-DD), said as people of the reader's language say it. */
export const dayText = (date: string): Text => ({ key: DAY, values: { date } });

/** The key of `dayText`: no message of locales/, for each language has its own order of day and month. */
export const DAY = 'day';

/** The same without the day of the week. */
export const shortDayText = (date: string): Text => ({ key: SHORT_DAY, values: { date } });

export const SHORT_DAY = 'short-day';

/** A time zone (IANA), as people of the reader's language call it. */
export const zoneText = (zone: string): Text => ({ key: ZONE, values: { zone } });

export const ZONE = 'time-zone';

/** Words of a message where there is no bold. */
export const withoutBold = (words: string): string => words.replaceAll(/\*([^*\n]{1,100})\*/g, '$1');
