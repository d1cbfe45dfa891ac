import { localDate } from '../calendar/local-date.ts';
import { alignmentParts } from './alignment-where.ts';
import { begin } from './begin.ts';
import { canvasFor, exportedParts, sayTo, shownParts, type Held } from './canvas-press.ts';
import { elementText } from './canvas-words.ts';
import { doneIn } from './canvas.ts';
import type { Coaching, Moment } from './decision.ts';
import { beginExercise } from './exercise-begin.ts';
import { exerciseOf } from './exercises.ts';
import { ONBOARDING } from './flow-ids.ts';
import type { Member } from './member.ts';
import { historyParts } from './position-history.ts';
import { managedParts, ownListParts } from './position-list.ts';
import type { PositionAsked } from './position-words.ts';
import type { Element } from './position.ts';
import type { Part } from './post.ts';
import type { Decided } from './take.ts';

type Aside = Decided<readonly Part[]>;

/** What the member runs themselves, if anything, and what they answer for. */
type Theirs = { readonly own: Held | null; readonly managed: readonly Held[] };
type Asking = Theirs & { readonly coaching: Coaching; readonly member: Member; readonly moment: Moment };

/**
 * `/positioning`, by what followed it. Lists and history are told at once; an exercise, the canvas and files come in the
 * direct message. Who runs nothing and answers for nothing is got to know first.
 */
export function positionAside(
  coaching: Coaching,
  member: Member,
  { asked, held }: { readonly asked: PositionAsked; readonly held: readonly Held[] },
  moment: Moment,
): Aside {
  const theirs = theirsAmong(held, member);
  if (asked.kind === 'help') return told(member, text('position.help'));
  if (theirs.own === null && theirs.managed.length === 0) {
    return { ...begin(coaching, member, ONBOARDING, moment), result: text('coach.onboarding-first') };
  }
  const asking: Asking = { ...theirs, coaching, member, moment };
  switch (asked.kind) {
    case 'list':
      return told(member, listed(asking));
    case 'exercise':
      return exerciseAside(asking, asked.element);
    case 'show':
    case 'export':
      return inMessage(asking, asked.kind);
    case 'history':
      return told(member, historyOf(asking, asked.element));
    case 'align':
      return told(member, alignmentsOf(asking));
    case 'unknown':
      return told(member, [...unknown(asked), ...listed(asking)]);
  }
}

function theirsAmong(held: readonly Held[], { id, account }: Member): Theirs {
  const run = held.filter((one) => one.account.operators.includes(id));
  const own = run.find((one) => one.account.id === account) ?? run[0] ?? null;
  return { own, managed: held.filter((one) => one !== own && one.account.manager === id) };
}

const told = (member: Member, result: readonly Part[]): Aside => ({ member, parts: [], result });
const text = (key: string): Part[] => [{ kind: 'text', text: { key } }];

const listed = ({ coaching, member, moment, own, managed }: Asking): Part[] => {
  const now = { member, at: moment.at };
  return [
    ...(own ? ownListParts(canvasFor(coaching, own, now), member) : []),
    ...managedParts(managed.map((one) => canvasFor(coaching, one, now))),
  ];
};

/** Only those who run the account do its exercises. */
function exerciseAside(asking: Asking, element: Element): Aside {
  const { coaching, member, moment, own } = asking;
  const exercise = exerciseOf(element);
  if (!own || !exercise) return told(member, [...text('position.operators-only'), ...listed(asking)]);
  const { account, position } = own;
  const known = { account, position, today: localDate(moment.at, member.zone) };
  const values = { element: elementText(element), minutes: exercise.minutes };
  return {
    ...beginExercise(coaching, member, { exercise, known }, moment),
    result: [{ kind: 'text', text: { key: 'position.asked', values } }],
  };
}

/** The canvas or the files of the account that it can only be about; else they say which. */
function inMessage(asking: Asking, kind: 'show' | 'export'): Aside {
  const { coaching, member, moment, own, managed } = asking;
  const [first, ...others] = own ? [own] : managed;
  if (!first || others.length > 0) return told(member, listed(asking));
  const canvas = canvasFor(coaching, first, { member, at: moment.at });
  const parts =
    kind === 'show' ? shownParts(canvas, first, member) : exportedParts(canvas, first, sayTo(coaching, member));
  const beside = own ? managedParts(managed.map((one) => canvasFor(coaching, one, { member, at: moment.at }))) : [];
  const isThere = doneIn(canvas) > 0 || (kind === 'export' && parts.some((part) => part.kind === 'file'));
  if (!isThere) return told(member, [...parts, ...beside]);
  return { member, parts, result: [...text('position.in-direct-message'), ...beside] };
}

function historyOf({ coaching, member, moment, own, managed }: Asking, element: Element | null): Part[] {
  return (own ? [own] : managed).flatMap((held) =>
    historyParts(canvasFor(coaching, held, { member, at: moment.at }), {
      position: held.position,
      world: coaching.world,
      element,
    }),
  );
}

function alignmentsOf({ member, moment, own, managed }: Asking): Part[] {
  const seeing = { member: member.id, today: localDate(moment.at, member.zone) };
  return [...(own ? [own] : []), ...managed].flatMap(({ account, position }) =>
    alignmentParts(position.alignment, account, seeing),
  );
}

const unknown = ({ word, near }: Extract<PositionAsked, { kind: 'unknown' }>): Part[] => [
  {
    kind: 'text',
    text:
      near === null
        ? { key: 'position.unknown-word', values: { word } }
        : { key: 'position.unknown-word-near', values: { word, near } },
  },
];
