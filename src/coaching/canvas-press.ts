import { localDate } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { emptyBlock } from './canvas-empty.ts';
import { canvasParts } from './canvas-parts.ts';
import { openIn } from './canvas-presses.ts';
import { type Canvas, canvasOf, doneIn, seesOf } from './canvas.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { filesOf } from './filed.ts';
import type { Member } from './member.ts';
import type { Names } from './named.ts';
import type { Position } from './position.ts';
import type { Part } from './post.ts';

/** An account and what is known of its position, for a member who runs it or answers for it. */
export type Held = { readonly account: Account; readonly position: Position; readonly names: Names };

type Say = (text: Text) => string;

export const sayTo =
  ({ translate }: Pick<Coaching, 'translate'>, { locale }: Pick<Member, 'locale'>): Say =>
  (text) =>
    translate(locale, text);

type Now = { readonly member: Member; readonly at: Date };

/** What this member may see of the position today. */
export const canvasFor = (
  { world }: Pick<Coaching, 'world'>,
  { account, position }: Held,
  { member, at }: Now,
): Canvas =>
  canvasOf(position, account, {
    sees: seesOf(account, member.id),
    today: localDate(at, member.zone),
    world,
  });

/** *Show the canvas* and *Export*: of what the member may see, in the direct message. */
export function pressCanvas(
  coaching: Coaching,
  member: Member,
  { name, held }: { readonly name: 'show-position' | 'export-position'; readonly held: Held },
  { at }: Moment,
): Decision {
  const canvas = canvasFor(coaching, held, { member, at });
  return {
    member,
    parts:
      name === 'show-position'
        ? shownParts(canvas, held, member)
        : exportedParts(canvas, held, sayTo(coaching, member)),
  };
}

/** The canvas, or, where there is nothing in it yet, how to begin. */
export function shownParts(canvas: Canvas, { names }: Held, member: Member): Part[] {
  const open = openIn(member, canvas);
  return doneIn(canvas) === 0 ? [emptyBlock(canvas, open)] : canvasParts(canvas, names, open);
}

/** All of it as files. */
export function exportedParts(canvas: Canvas, { position }: Held, say: Say): Part[] {
  const files = filesOf(canvas, position, say);
  if (files.length === 0) return [{ kind: 'text', text: { key: 'position.nothing-to-export' } }];
  const key = canvas.sees === 'all' ? 'position.exported' : 'position.exported-shared';
  return [
    { kind: 'text', text: { key, values: { account: canvas.account.name } } },
    ...files.map((file): Part => ({ kind: 'file', file })),
  ];
}
