import { literal, type Text } from '../flow/text.ts';
import type { Coaching } from './decision.ts';
import type { House } from './house.ts';
import type { Locale } from './member.ts';
import { textTyped } from './panel-typed.ts';
import type { Choice, Field, Typed } from './panel.ts';
import { PLATFORMS } from './platforms.ts';

/** Fields that more than one panel has. */

const AS_IN_SLACK = 'slack';

/** A language, by its own name, or that of Slack (`slack`: whose). `value`: null for Slack's. */
export const languageField = (
  { translate, languages }: Coaching,
  { label, slack }: { readonly label: Text; readonly slack: Text },
  value: Locale | null,
): Field => ({
  kind: 'choice',
  address: 'language',
  label,
  optional: false,
  options: [
    { id: AS_IN_SLACK, text: slack },
    ...languages.map((id) => ({ id, text: literal(translate(id, { key: 'language.name' })) })),
  ],
  value: value ?? AS_IN_SLACK,
});

/** Null: as in Slack. */
export const languageTyped = ({ languages }: Coaching, typed: Typed): Locale | null =>
  languages.find((locale) => locale === typed['language']) ?? null;

/** Whose holidays hold. `usual`: what null stands for here. */
export const holidaysField = (label: Text, value: House['country'], usual: Choice, hint: Text): Field => ({
  kind: 'choice',
  address: 'holidays',
  label,
  hint,
  optional: false,
  options: [usual, { id: 'cn', text: { key: 'holidays.cn' } }, { id: 'none', text: { key: 'holidays.none' } }],
  value: value ?? usual.id,
});

export function holidaysTyped(typed: Typed): House['country'] {
  const chosen = textTyped(typed, 'holidays');
  return chosen === 'cn' || chosen === 'none' ? chosen : null;
}

export const platformsField = (value: readonly string[]): Field => ({
  kind: 'choices',
  address: 'platforms',
  label: { key: 'setup.platforms' },
  optional: false,
  options: PLATFORMS.map((id) => ({ id, text: { key: `platform.${id}` } })),
  value,
});
