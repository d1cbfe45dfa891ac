import { viewViolations as viewShape, violations as shape } from '../../src/playground/block-limits.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What Slack would refuse or spoil in the blocks of a message, one line each. */
export const violations = (blocks: unknown): string[] => [
  ...shape(blocks),
  ...contents(blocks),
  ...tooMuch(blocks, 11_000),
];

/** The same for a modal or the Home tab. */
export const viewViolations = (view: unknown): string[] => [
  ...viewShape(view),
  ...contents(fieldsOf(view)['blocks']),
  ...(JSON.stringify(view).length > 250_000 ? ['view: more than 250 KB'] : []),
];

/** Which elements stand in which block: docs.slack.dev/reference/block-kit/block-elements. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  actions: ['button', 'checkboxes', 'datepicker', 'static_select', 'timepicker', 'users_select', 'radio_buttons'],
  section: ['button', 'checkboxes', 'datepicker', 'static_select', 'multi_static_select', 'users_select', 'timepicker'],
  input: [
    'checkboxes',
    'datepicker',
    'static_select',
    'multi_static_select',
    'users_select',
    'multi_users_select',
    'timepicker',
    'radio_buttons',
    'plain_text_input',
  ],
};

const contents = (blocks: unknown): string[] =>
  (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown, at) => {
    const fields = fieldsOf(block);
    const elements = [fields['accessory'], fields['element'], ...listOf(fields['elements'])].map(fieldsOf);
    const type = String(fields['type']);
    return [
      ...texts(block).flatMap((text) => badText(text, `blocks[${at}]`)),
      ...elements.flatMap((element) => misplaced(type, element, `blocks[${at}]`)),
      ...elements.flatMap((element) => badOptions(element, `blocks[${at}]`)),
    ];
  });

function misplaced(block: string, element: Fields, at: string): string[] {
  const type = element['type'];
  const allowed = ALLOWED[block];
  return allowed && typeof type === 'string' && !allowed.includes(type)
    ? [`${at}: ${type} in a block of ${block}`]
    : [];
}

function badOptions(element: Fields, at: string): string[] {
  const values = listOf(element['options']).map((option) => fieldsOf(option)['value']);
  const initial = [element['initial_option'], ...listOf(element['initial_options'])].filter(Boolean);
  return [
    ...(new Set(values).size < values.length ? [`${at}: an option's value is used twice`] : []),
    ...initial
      .filter((one) => !values.includes(fieldsOf(one)['value']))
      .map(() => `${at}: initial option is no option`),
    ...(Array.isArray(element['initial_options']) && element['initial_options'].length === 0
      ? [`${at}: empty initial`]
      : []),
    ...(element['initial_value'] === '' ? [`${at}: empty initial value`] : []),
  ];
}

const badText = (text: string, at: string): string[] => [
  ...(text.isWellFormed() ? [] : [`${at}: a lone surrogate`]),
  ...(/^[\s\p{Cf}]*$/u.test(text) ? [`${at}: nothing to be seen`] : []),
  ...(/<!|<#|<(?![@>])/.test(text) ? [`${at}: a live ${/<.{0,20}/.exec(text)?.[0]}`] : []),
];

function tooMuch(blocks: unknown, most: number): string[] {
  const sum = texts(blocks).reduce((length, text) => length + text.length, 0);
  return sum > most ? [`blocks: ${sum} characters of text in all`] : [];
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return Object.entries(fieldsOf(value)).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : texts(inner),
  );
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
