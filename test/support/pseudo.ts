import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { isLiteralElement, parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

/** A language that nobody speaks: English in brackets, longer than English. */
export const PSEUDO = 'qps';

/** A folder with our flows and languages, and one file more. */
export async function pseudoRoot(root: URL): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'bearings-pseudo-'));
  for (const name of ['flows', 'locales']) await cp(new URL(`${name}/`, root), join(folder, name), { recursive: true });
  const english: Record<string, string> = JSON.parse(await readFile(join(folder, 'locales', 'en.json'), 'utf8'));
  const pseudo = Object.fromEntries(Object.entries(english).map(([key, message]) => [key, pseudoOf(key, message)]));
  await writeFile(join(folder, 'locales', `${PSEUDO}.json`), JSON.stringify(pseudo));
  return pathToFileURL(`${folder}/`);
}

/** What people type is a list of words; everything else is a message, whose words go into brackets. */
const pseudoOf = (key: string, message: string): string =>
  key.startsWith('words.')
    ? message
        .split('|')
        .map((word) => `q${word}`)
        .join('|')
    : key.endsWith('.title') && !message.includes('{')
      ? // A translator keeps within Slack's 24 characters of a title, or is told at the start.
        `⟦${message.slice(0, 22)}⟧`
      : // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the printer has a copy of the types
        printAST(bracketed(parse(message, { ignoreTag: true })));

const bracketed = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.map((element): MessageFormatElement => {
    if ('options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: bracketed(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(options) };
    }
    return isLiteralElement(element) ? { ...element, value: lengthened(element.value) } : element;
  });

/** Line by line, and what only separates stays as it is. */
const lengthened = (words: string): string =>
  words
    .split('\n')
    .map((line) => (/\p{L}/u.test(line) ? `⟦${line}${'~'.repeat(Math.ceil(line.length * 0.3))}⟧` : line))
    .join('\n');
