import type { z } from 'zod';

import { StateError } from './state-error.ts';

/** Takes what Redis holds under a key through its schema. */
export function readRecord<T>(schema: z.ZodType<T>, key: string, json: string): T {
  return checkRecord(schema, key, parseJson(key, json));
}

/** A record that could not be read again is not written either. */
export function checkRecord<T>(schema: z.ZodType<T>, key: string, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // Only the top of the path: below it are keys that people's words may have made.
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? issue.code)));
  throw new StateError('BAD_RECORD', `The record at ${key} is not as it should be: ${[...fields].join(', ')}`);
}

function parseJson(key: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the record.
    throw new StateError('BAD_RECORD', `The record at ${key} is not JSON`);
  }
}
