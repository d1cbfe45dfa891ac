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
