import type { Typed } from './panel.ts';

/** What was typed in a field of text, trimmed; null where nothing was. */
export function textTyped(typed: Typed, address: string): string | null {
  const value = typed[address];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** What was chosen in a field of several. */
export function choicesTyped(typed: Typed, address: string): readonly string[] {
  const value = typed[address];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The members chosen in a field of people, or of one person. */
export function peopleTyped(typed: Typed, address: string): readonly string[] {
  const value = typed[address] ?? [];
  const all = Array.isArray(value) ? value : [value];
  return [...new Set(all.flatMap((one) => memberIn(one) ?? []))];
}

const memberIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'member' in value && typeof value.member === 'string'
    ? value.member
    : null;
