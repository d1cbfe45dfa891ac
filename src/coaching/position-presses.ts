import { localDate } from '../calendar/local-date.ts';
import type { AccountChange } from './account-change.ts';
import type { Account } from './account.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { beginExercise } from './exercise-begin.ts';
import type { Exercise } from './exercise.ts';
import { exerciseOf } from './exercises.ts';
import { said } from './manager-tell.ts';
import type { Member } from './member.ts';
import { Element, freshOn, type Position, sharedVersionOf, type Version, versionOf } from './position.ts';
import type { Press } from './post.ts';
import { oldButton, type PressedOn } from './press-account.ts';

/** Buttons that need the position of their account. */
const POSITION_PRESSES: ReadonlySet<Press['name']> = new Set([
  'exercise',
  'share-element',
  'confirm-element',
  'show-position',
  'export-position',
  'align',
  'align-again',
  'align-ask',
  'align-later',
  'align-share',
  'align-mark',
  'align-propose',
  'align-agree',
  'align-differ',
]);

export const needsPosition = (name: Press['name']): boolean => POSITION_PRESSES.has(name);

export type PressedPosition = PressedOn & { readonly position: Position };

/** What an operator does with the position of their account: begin an exercise, show its result, say that it still holds. */
export function pressPosition(
  coaching: Coaching,
  member: Member,
  { name, account, position, rest: [named, version] }: PressedPosition,
  moment: Moment,
): Decision {
  const element = Element.safeParse(named);
  const exercise = element.success ? exerciseOf(element.data) : undefined;
  if (account === null || !exercise) return oldButton(member);
  if (!account.operators.includes(member.id)) return said(member, 'position.operators-only');
  const today = localDate(moment.at, member.zone);
  const on = { account, position, exercise, today };
  if (name === 'share-element') return shared(member, { ...on, version });
  if (name === 'confirm-element') return confirmed(member, on);
  return beginExercise(coaching, member, { exercise, known: on }, moment);
}

type On = {
  readonly account: Account;
  readonly position: Position;
  readonly exercise: Exercise;
  readonly today: string;
};

function shared(
  member: Member,
  { account, position, exercise, version: id, today }: On & { readonly version: string | undefined },
): Decision {
  const version = position.elements[exercise.element]?.versions.find((one) => one.id === id);
  if (!version) return oldButton(member);
  const values = { element: { key: `position.element.${exercise.element}` } };
  if (account.manager === null || account.manager === member.id) return said(member, 'position.no-manager', values);
  if (version.sharedOn !== null) return said(member, 'position.shared-before', values);
  const { element } = exercise;
  const then: Consequence[] = [
    { kind: 'position', account: account.id, change: { kind: 'share', element, version: version.id, on: today } },
    ...[...exercise.shared(version), seen(position, element, version)].map((change): Consequence => ({
      kind: 'change',
      account: account.id,
      change,
    })),
    {
      kind: 'tell',
      member: account.manager,
      news: {
        kind: 'element-shared',
        account: account.id,
        name: account.name,
        operator: member.id,
        element,
        lines: [...exercise.sheet(version).lines],
      },
    },
  ];
  return { ...said(member, 'position.shared', values), then };
}

/** What the manager sees has a date: when it was last worked out, or said to be true. */
const seen = (position: Position, element: Element, version: Version): AccountChange => ({
  kind: 'element',
  element,
  on: versionOf(position, element)?.id === version.id ? (freshOn(position, element) ?? version.on) : version.on,
});

function confirmed(member: Member, { account, position, exercise, today }: On): Decision {
  const { element } = exercise;
  if (position.elements[element] === undefined) return oldButton(member);
  return {
    ...said(member, 'position.confirmed', { element: { key: `position.element.${element}` } }),
    then: [
      { kind: 'position', account: account.id, change: { kind: 'confirm', element, on: today } },
      ...(sharedVersionOf(position, element)
        ? [{ kind: 'change' as const, account: account.id, change: { kind: 'element' as const, element, on: today } }]
        : []),
    ],
  };
}
