type Fields = Readonly<Record<string, unknown>>;

/**
 * What Slack would refuse in these blocks, one line each; empty when it would take them.
 * Figures: docs.slack.dev/reference/block-kit.
 */
export function violations(blocks: unknown, most = 50): string[] {
  if (!Array.isArray(blocks)) return ['blocks: not a list'];
  const count = blocks.length > most ? [`blocks: ${blocks.length} of at most ${most}`] : [];
  const ids = blocks.map((block) => fieldsOf(block)['block_id']).filter((id) => id !== undefined);
  const twice = ids.length === new Set(ids).size ? [] : ['blocks: a block_id is used twice'];
  return [...count, ...twice, ...blocks.flatMap((block, at) => inBlock(fieldsOf(block), `blocks[${at}]`))];
}

/** The same for a modal or a Home tab. */
export function viewViolations(view: unknown): string[] {
  const fields = fieldsOf(view);
  const modal = fields['type'] === 'modal';
  return [
    ...['title', 'submit', 'close'].flatMap((name) =>
      words(fields[name], `view.${name}`, 24, modal && name === 'title'),
    ),
    ...text(fields['private_metadata'], 'view.private_metadata', 3000),
    ...text(fields['callback_id'], 'view.callback_id', 255),
    ...text(fields['external_id'], 'view.external_id', 255),
    ...(hasInput(fields['blocks']) && modal && !fields['submit'] ? ['view.submit: needed when there are inputs'] : []),
    ...violations(fields['blocks'], 100),
  ];
}

function inBlock(block: Fields, at: string): string[] {
  const own = text(block['block_id'], `${at}.block_id`, 255);
  switch (block['type']) {
    case 'section':
      return [...own, ...inSection(block, at)];
    case 'header':
      return [...own, ...words(block['text'], `${at}.text`, 150, true)];
    case 'context':
      return [...own, ...list(block['elements'], `${at}.elements`, 10, inContext)];
    case 'actions':
      return [...own, ...list(block['elements'], `${at}.elements`, 25, inRow), ...actionIds(block['elements'], at)];
    case 'input':
      return [
        ...own,
        ...words(block['label'], `${at}.label`, 2000, true),
        ...words(block['hint'], `${at}.hint`, 2000),
        ...inElement(fieldsOf(block['element']), `${at}.element`),
      ];
    case 'image':
      return [
        ...own,
        ...(Boolean(block['image_url']) === Boolean(block['slack_file'])
          ? [`${at}: either image_url or slack_file`]
          : []),
        ...text(block['alt_text'], `${at}.alt_text`, 2000, true),
        ...words(block['title'], `${at}.title`, 2000),
      ];
    case 'divider':
    case 'rich_text':
    case 'file':
    case 'video':
    case 'markdown':
      return own;
    default:
      return [...own, `${at}: unknown type ${String(block['type'])}`];
  }
}

function inSection(block: Fields, at: string): string[] {
  const nothing =
    block['text'] === undefined && block['fields'] === undefined ? [`${at}: neither text nor fields`] : [];
  const fields =
    block['fields'] === undefined
      ? []
      : list(block['fields'], `${at}.fields`, 10, (field, where) => words(field, where, 2000, true));
  const accessory = block['accessory'] === undefined ? [] : inElement(fieldsOf(block['accessory']), `${at}.accessory`);
  return [...nothing, ...words(block['text'], `${at}.text`, 3000), ...fields, ...accessory];
}

const inContext = (element: Fields, at: string): string[] =>
  element['type'] === 'image'
    ? text(element['alt_text'], `${at}.alt_text`, 2000, true)
    : words(element, at, 3000, true);

/** A row takes no menus of several and nothing to type into. */
const inRow = (element: Fields, at: string): string[] =>
  /^multi_|_input$/.test(String(element['type'])) ? [`${at}: not in a row of actions`] : inElement(element, at);

function inElement(element: Fields, at: string): string[] {
  return [
    ...text(element['action_id'], `${at}.action_id`, 255),
    ...words(element['placeholder'], `${at}.placeholder`, 150),
    ...inConfirm(element['confirm'], `${at}.confirm`),
    ...inOptions(element, at),
    ...inKind(element, at),
  ];
}

function inKind(element: Fields, at: string): string[] {
  switch (element['type']) {
    case 'button':
      return [
        ...words(element['text'], `${at}.text`, 75, true),
        ...text(element['value'], `${at}.value`, 2000),
        ...text(element['url'], `${at}.url`, 3000),
        ...text(element['accessibility_label'], `${at}.accessibility_label`, 75),
        ...oneOf(element['style'], `${at}.style`, ['primary', 'danger']),
      ];
    case 'plain_text_input':
      return [
        ...text(element['initial_value'], `${at}.initial_value`, 3000),
        ...upTo(element['max_length'], `${at}.max_length`, 3000),
      ];
    case 'image':
      return text(element['alt_text'], `${at}.alt_text`, 2000, true);
    default:
      return KINDS.has(String(element['type'])) ? [] : [`${at}: unknown type ${String(element['type'])}`];
  }
}

const KINDS = new Set(
  `static_select multi_static_select users_select multi_users_select external_select multi_external_select
   conversations_select multi_conversations_select channels_select multi_channels_select radio_buttons checkboxes
   datepicker timepicker datetimepicker overflow number_input email_text_input url_text_input file_input
   rich_text_input workflow_button`.split(/\s+/),
);

function inOptions(element: Fields, at: string): string[] {
  const few = ['radio_buttons', 'checkboxes'].includes(String(element['type']));
  const menu = ['static_select', 'multi_static_select'].includes(String(element['type']));
  if (!few && !menu && element['type'] !== 'overflow') return [];
  if (menu && element['option_groups'] !== undefined) {
    return list(element['option_groups'], `${at}.option_groups`, 100, (group, where) => [
      ...words(group['label'], `${where}.label`, 75, true),
      ...list(group['options'], `${where}.options`, 100, inOption),
    ]);
  }
  return list(element['options'], `${at}.options`, few ? 10 : menu ? 100 : 5, inOption);
}

const inOption = (option: Fields, at: string): string[] => [
  ...words(option['text'], `${at}.text`, 75, true),
  ...text(option['value'], `${at}.value`, 150, true),
  ...words(option['description'], `${at}.description`, 75),
];

function inConfirm(confirm: unknown, at: string): string[] {
  if (confirm === undefined) return [];
  const fields = fieldsOf(confirm);
  return [
    ...words(fields['title'], `${at}.title`, 100, true),
    ...words(fields['text'], `${at}.text`, 300, true),
    ...words(fields['confirm'], `${at}.confirm`, 30),
    ...words(fields['deny'], `${at}.deny`, 30),
  ];
}

function actionIds(elements: unknown, at: string): string[] {
  const ids = Array.isArray(elements) ? elements.map((element) => fieldsOf(element)['action_id']).filter(Boolean) : [];
  return ids.length === new Set(ids).size ? [] : [`${at}: an action_id is used twice`];
}

const hasInput = (blocks: unknown): boolean =>
  Array.isArray(blocks) && blocks.some((block) => fieldsOf(block)['type'] === 'input');

/** A text object: `{ type, text }`. Slack refuses an empty one. */
function words(value: unknown, at: string, most: number, needed = false): string[] {
  if (value === undefined) return needed ? [`${at}: missing`] : [];
  return text(fieldsOf(value)['text'], at, most, true);
}

function text(value: unknown, at: string, most: number, needed = false): string[] {
  if (value === undefined) return needed ? [`${at}: missing`] : [];
  if (typeof value !== 'string') return [`${at}: not a text`];
  if (needed && value === '') return [`${at}: empty`];
  return value.length > most ? [`${at}: ${value.length} characters of at most ${most}`] : [];
}

function list(value: unknown, at: string, most: number, each: (item: Fields, at: string) => string[]): string[] {
  if (!Array.isArray(value) || value.length === 0) return [`${at}: empty`];
  const count = value.length > most ? [`${at}: ${value.length} of at most ${most}`] : [];
  return [...count, ...value.flatMap((item, index) => each(fieldsOf(item), `${at}[${index}]`))];
}

const upTo = (value: unknown, at: string, most: number): string[] =>
  typeof value === 'number' && value > most ? [`${at}: ${value} of at most ${most}`] : [];

const oneOf = (value: unknown, at: string, allowed: readonly string[]): string[] =>
  value === undefined || allowed.some((one) => one === value) ? [] : [`${at}: not one of ${allowed.join(', ')}`];

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
