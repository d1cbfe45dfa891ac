import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { JsonValue } from '../../src/flow/session.ts';

const Json: z.ZodType<JsonValue> = z.json();

/** A recorded payload, with what is different in it this time. */
export async function fixture(name: string, changes: JsonValue = {}): Promise<JsonValue> {
  const json = await readFile(new URL(`../fixtures/slack/${name}.json`, import.meta.url), 'utf8');
  return changed(Json.parse(JSON.parse(json)), changes);
}

/** A recorded command: Slack sends it as a form. */
export async function commandFields(changes: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const fields = await fixture('command', changes);
  const pairs = Object.entries(fields ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
  return Object.fromEntries(pairs);
}

function changed(base: JsonValue | undefined, changes: JsonValue): JsonValue {
  if (Array.isArray(base) && Array.isArray(changes)) return base.map((item, i) => changed(item, changes[i] ?? {}));
  if (!isRecord(base) || !isRecord(changes)) return changes;
  const inner = Object.entries(changes).map(([name, value]): [string, JsonValue] => [name, changed(base[name], value)]);
  return { ...base, ...Object.fromEntries(inner) };
}

const isRecord = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
