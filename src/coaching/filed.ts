import type { Text } from '../flow/text.ts';
import { type Canvas, doneIn } from './canvas.ts';
import type { Position } from './position.ts';
import type { Filed } from './post.ts';

/** What no file system takes in a name, or hides. */
const UNFIT = /[\p{C}\\/:*?"<>|.\s]+/gu;
const NAME_KEPT = 40;

/** The files of an export, named in the words of whoever gets them: a document, and tables of what there is something of; none where nothing is to be seen. */
export function filesOf(canvas: Canvas, { topics }: Position, say: (text: Text) => string): Filed[] {
  const { account, sees, agreed } = canvas;
  const isAnyDone = doneIn(canvas) > 0;
  const hasTopics = sees === 'all' && topics.length > 0;
  const tables = [
    ...(isAnyDone ? (['position', 'versions'] as const) : []),
    ...(hasTopics ? (['topics'] as const) : []),
    ...(agreed.log.length > 0 ? (['decisions'] as const) : []),
  ];
  const file = (of: Filed['of'], ending: string): Filed => ({
    name: `${fitting(account.name) || 'account'}-${fitting(say({ key: `position.file-name.${of}` }))}-${canvas.today}.${ending}`,
    title: { key: `position.file.${of}` },
    of,
    account: account.id,
  });
  return tables.length === 0 ? [] : [file('everything', 'md'), ...tables.map((table) => file(table, 'csv'))];
}

const fitting = (words: string): string =>
  Array.from(words.normalize('NFC').replaceAll(UNFIT, '-'))
    .slice(0, NAME_KEPT)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
