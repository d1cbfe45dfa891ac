import { PressName, type Press } from '../coaching/post.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Command } from '../flow/turn.ts';

/**
 * What our buttons and fields carry, and how it is read again. It says what was pressed and never who pressed it;
 * what we can't read is `undefined`, which listeners take for a button of another time.
 */
const SEPARATOR = '|';

/** A block of a question: whose answer its buttons and menus give. A session's id may hold anything but comes in the middle. */
export type Place = { readonly session: string; readonly address: string };

/** `part` keeps the blocks of one question apart. */
export const toBlockId = (part: 'answer' | 'more' | 'command', { session, address }: Place): string =>
  [part, session, address].join(SEPARATOR);

export function fromBlockId(id: string): Place | undefined {
  const [part = '', ...rest] = id.split(SEPARATOR);
  const address = rest.pop();
  const session = rest.join(SEPARATOR);
  return ['answer', 'more', 'command'].includes(part) && address && session ? { session, address } : undefined;
}

/** Actions are told apart by the word before the separator; the rest only makes them unlike each other. */
export const ACTION = {
  answer: /^answer\|/,
  choices: 'choices',
  done: 'done',
  command: /^command\|/,
  /** A button outside a question. Those for numbers and for panels open a form, and are their own. */
  press: /^press\|(?!(?:numbers|panel)\|)/,
  panel: /^press\|panel\|/,
  panelField: 'panel-field',
  numbers: /^press\|numbers\|/,
  form: 'form',
  field: 'field',
  numbersField: 'numbers-field',
  /** None of these: a button that an older Bearings made. */
  unknown: /^(?!(?:answer|command|press)\||(?:choices|done|form|field|numbers-field|panel-field)$)/,
} as const;

export const toAnswerId = (index: number): string => `answer${SEPARATOR}${index}`;

export const toCommandId = (command: Command): string => `command${SEPARATOR}${command}`;

const COMMANDS: readonly string[] = ['back', 'skip', 'keep', 'light', 'explain'] satisfies Command[];
const isCommand = (word: string | undefined): word is Command => word !== undefined && COMMANDS.includes(word);

export function fromCommandId(id: string): Command | undefined {
  const [kind, command, ...rest] = id.split(SEPARATOR);
  return kind === 'command' && isCommand(command) && rest.length === 0 ? command : undefined;
}

export const toPressId = (name: Press['name'], index: number): string => ['press', name, index].join(SEPARATOR);

export function fromPressId(id: string): Press['name'] | undefined {
  const [kind, name, index, ...rest] = id.split(SEPARATOR);
  if (kind !== 'press' || index === undefined || rest.length > 0) return undefined;
  return PressName.safeParse(name).data;
}

/** The value of a button that answers. */
export const toValue = (value: string | number): string => JSON.stringify(value);

export function fromValue(value: string | undefined): JsonValue | undefined {
  try {
    const read: unknown = JSON.parse(value ?? '');
    return typeof read === 'string' || typeof read === 'number' ? read : undefined;
  } catch {
    return undefined;
  }
}

/** A field of a form. A person may be chosen or named, so that question has two. */
export const toFieldId = (part: 'field' | 'name', address: string): string => [part, address].join(SEPARATOR);

export function fromFieldId(id: string): { readonly part: 'field' | 'name'; readonly address: string } | undefined {
  const [part, address, ...rest] = id.split(SEPARATOR);
  if ((part !== 'field' && part !== 'name') || !address || rest.length > 0) return undefined;
  return { part, address };
}

export const FORM_CALLBACK = 'flow-form';
export const NUMBERS_CALLBACK = 'numbers-form';
export const PANEL_CALLBACK = 'panel';

/** A form carries its session, the one for numbers its account, a panel its name and subject, and nothing else. */
export const toPrivateMetadata = (id: string): string => id;
export const fromPrivateMetadata = (metadata: string): string | undefined =>
  metadata.length > 0 && metadata.length <= 100 ? metadata : undefined;
