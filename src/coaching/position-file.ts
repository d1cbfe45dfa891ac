import { localDate } from '../calendar/local-date.ts';
import { type Text, withoutBold } from '../flow/text.ts';
import { canvasOf, seesOf, type Canvas } from './canvas.ts';
import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import { withNames } from './named.ts';
import type { Accounts, Directory, Positions } from './ports.ts';
import { toCsv } from './position-csv.ts';
import { positionDocument } from './position-document.ts';
import { toMarkdown } from './position-markdown.ts';
import { createPositionNames } from './position-names.ts';
import { decisionsTable, positionTable, topicsTable, versionsTable, type Table } from './position-tables.ts';
import { newPosition, type Position } from './position.ts';
import type { Filed } from './post.ts';

type World = {
  readonly coaching: Pick<Coaching, 'world' | 'translate'>;
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly directory: Directory;
  readonly now: () => Date;
};

/** Writes a file for a member out of what they may see at this moment; null when that is nothing any more. */
type WriteFile = (file: Filed, member: Member) => Promise<Uint8Array | null>;

export function createPositionFile({ coaching, accounts, positions, directory, now }: World): WriteFile {
  const namesIn = createPositionNames(directory);
  return async (file, member) => {
    const { of } = file;
    if (!isOfPosition(of)) return null;
    const account = await accounts.read(file.account);
    if (!account || !(account.operators.includes(member.id) || account.manager === member.id)) return null;
    const position = (await positions.read(account.id)) ?? newPosition(account.id);
    const sees = seesOf(account, member.id);
    const { world, translate } = coaching;
    const canvas = canvasOf(position, account, { sees, today: localDate(now(), member.zone), world });
    const names = await namesIn(position);
    const words = written(of, { canvas, position, world }, (text, escape) =>
      translate(member.locale, withNames(text, names), escape),
    );
    return new TextEncoder().encode(words);
  };
}

type PositionFiled = 'position' | 'topics' | 'versions' | 'decisions';
/** What is in a file of an account's position. */
const isOfPosition = (of: Filed['of']): of is PositionFiled | 'everything' =>
  ['position', 'topics', 'versions', 'decisions', 'everything'].includes(of);

type Of = { readonly canvas: Canvas; readonly position: Position; readonly world: Coaching['world'] };
type Say = (text: Text, escape?: (words: string) => string) => string;

function written(of: PositionFiled | 'everything', { canvas, position, world }: Of, say: Say): string {
  if (of === 'everything') return toMarkdown(positionDocument(canvas, { position, world }), say);
  return toCsv(tableOf(of, { canvas, position, world }), (text) => withoutBold(say(text)));
}

function tableOf(of: PositionFiled, { canvas, position, world }: Of): Table {
  const { sees } = canvas;
  switch (of) {
    case 'position':
      return positionTable(canvas);
    case 'versions':
      return versionsTable({ position, sees, world });
    // Topics are the operators' own.
    case 'topics':
      return topicsTable(sees === 'all' ? position.topics : []);
    case 'decisions':
      return decisionsTable(canvas);
  }
}
