import { readCount } from './chinese-number.ts';
import { fold, plain } from './fold.ts';
import { labelText } from './step-text.ts';
import type { Talk } from './talk.ts';
import type { World } from './turn.ts';
import { walkToOpen, type Visit } from './walk.ts';

const MAX_TYPED = 120;

/** "change <something>": the address meant, or none when the something is no question of ours. */
export type WantedChange = { readonly address?: string; readonly isBare: boolean };

/** The questions of the path that have an answer. */
export const changeable = (talk: Talk): readonly Visit[] =>
  walkToOpen(talk).visits.filter((visit) => visit.given !== undefined);

/** Reads "change energy", "改第2题", "修改 状态". Undefined when the text does not begin with such a verb. */
export function readChange(talk: Talk, text: string): WantedChange | undefined {
  if (text.length > MAX_TYPED) return undefined;
  const typed = plain(text);
  const rests = talk.world.commands.change
    .map(plain)
    .filter((verb) => begins(typed, verb))
    .map((verb) => typed.slice(verb.length));
  const rest = rests.toSorted((a, b) => a.length - b.length)[0];
  if (rest === undefined) return undefined;
  const address = rest === '' ? undefined : findQuestion(talk, rest);
  return { isBare: fold(rest) === '' || rest === '', ...(address !== undefined && { address }) };
}

// A verb of Latin letters ends at a space ("changes" is another word); one of 汉字 does not.
const begins = (typed: string, verb: string): boolean =>
  verb !== '' &&
  typed.startsWith(verb) &&
  (typed.length === verb.length || !/[a-z]$/.test(verb) || !/^[a-z0-9]/.test(typed.slice(verb.length)));

function findQuestion(talk: Talk, rest: string): string | undefined {
  const answered = changeable(talk);
  const wanted = fold(rest);
  const named = answered.findLast((visit) => namesOf(talk.world, visit).some((name) => fold(name) === wanted));
  if (named) return named.address;
  const [, count = ''] = /^ ?(?:question |no\.? ?|number |answer |#|第)?(.{1,3}?) ?(?:题|个|问)?$/u.exec(rest) ?? [];
  const number = readCount(count.trim());
  if (number === undefined) return undefined;
  const asked = walkToOpen(talk).visits[number - 1];
  return answered.find((visit) => visit.address === asked?.address)?.address;
}

const namesOf = (world: World, visit: Visit): readonly string[] => [
  visit.step.id,
  ...world.wordings(labelText(visit)).flatMap((label) => [label, `my ${label}`, `the ${label}`]),
];
