import { z } from 'zod';

export const Words = z.looseObject({ type: z.string(), text: z.string() });
export type Words = z.infer<typeof Words>;

export const Option = z.looseObject({
  text: Words,
  value: z.string().exactOptional(),
  description: Words.exactOptional(),
});
export type Option = z.infer<typeof Option>;

const OptionGroup = z.looseObject({ label: Words, options: z.array(Option) });

/** Anything a person can press, choose or type into; of each kind, the fields that we draw or answer with. */
export const Element = z.looseObject({
  type: z.string(),
  action_id: z.string().exactOptional(),
  text: z.union([Words, z.string()]).exactOptional(),
  value: z.string().exactOptional(),
  url: z.string().exactOptional(),
  style: z.string().exactOptional(),
  placeholder: Words.exactOptional(),
  options: z.array(Option).exactOptional(),
  option_groups: z.array(OptionGroup).exactOptional(),
  initial_option: Option.exactOptional(),
  initial_options: z.array(Option).exactOptional(),
  initial_value: z.string().exactOptional(),
  initial_date: z.string().exactOptional(),
  initial_time: z.string().exactOptional(),
  initial_user: z.string().exactOptional(),
  initial_users: z.array(z.string()).exactOptional(),
  confirm: z.looseObject({ title: Words, text: Words }).exactOptional(),
  multiline: z.boolean().exactOptional(),
  min_length: z.number().exactOptional(),
  max_length: z.number().exactOptional(),
  max_selected_items: z.number().exactOptional(),
  is_decimal_allowed: z.boolean().exactOptional(),
  min_value: z.string().exactOptional(),
  max_value: z.string().exactOptional(),
  image_url: z.string().exactOptional(),
  alt_text: z.string().exactOptional(),
  accessibility_label: z.string().exactOptional(),
});
export type Element = z.infer<typeof Element>;

export const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().default(''),
  text: z.union([Words, z.string()]).exactOptional(),
  fields: z.array(Words).exactOptional(),
  accessory: Element.exactOptional(),
  elements: z.array(Element).exactOptional(),
  element: Element.exactOptional(),
  label: Words.exactOptional(),
  hint: Words.exactOptional(),
  optional: z.boolean().exactOptional(),
  dispatch_action: z.boolean().exactOptional(),
  image_url: z.string().exactOptional(),
  slack_file: z.looseObject({ id: z.string().exactOptional() }).exactOptional(),
  alt_text: z.string().exactOptional(),
  title: Words.exactOptional(),
});
export type Block = z.infer<typeof Block>;

const maybeWords = Words.nullish();
export const View = z.looseObject({
  id: z.string(),
  type: z.string(),
  hash: z.string().exactOptional(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: maybeWords,
  submit: maybeWords,
  close: maybeWords,
  notify_on_close: z.boolean().default(false),
  blocks: z.array(Block),
});
export type View = z.infer<typeof View>;

/** What a person has put into an element: its text, date, option or options. Null: nothing. */
export const Chosen = z.union([z.string(), z.array(z.string()), z.null()]);
export type Chosen = z.infer<typeof Chosen>;

/** By `block_id`, then `action_id`. */
export const Choices = z.record(z.string(), z.record(z.string(), Chosen));
export type Choices = z.infer<typeof Choices>;

/** Slack names a block that the app left nameless. */
export const named = (blocks: readonly Record<string, unknown>[]): Record<string, unknown>[] =>
  blocks.map((block, at) => ({ ...block, block_id: block['block_id'] ?? `b${at}` }));
