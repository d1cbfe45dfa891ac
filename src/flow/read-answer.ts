import { notANumber, refusalOf } from './check-answer.ts';
import { dayRange } from './day-range.ts';
import { clean } from './fold.ts';
import { readOption, readOptions } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readTime } from './read-time.ts';
import { refuse } from './refuse.ts';
import { Person, type AnswerValue, type JsonValue } from './session.ts';
import type { Refusal, World } from './turn.ts';
import type { Place } from './walk.ts';

/** What came: typed (with the people mentioned in it), or the value of a button, a menu, a field of a form. */
export type Raw = { readonly value: JsonValue; readonly people?: readonly string[] };

export type Read =
  | { readonly ok: true; readonly value: AnswerValue }
  | { readonly ok: false; readonly refusal: Refusal };

/** Understands an answer to the question of `place`, or says why not. */
export function readAnswer(world: World, place: Place, raw: Raw): Read {
  const value = toValue(world, place, raw);
  if (typeof value === 'object' && 'why' in value) return { ok: false, refusal: value };
  const refusal = refusalOf(place, value);
  return refusal ? { ok: false, refusal } : { ok: true, value };
}

/** True for what a field of a form has when nothing was put into it. */
export const isBlank = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && clean(value) === '') ||
  (Array.isArray(value) && value.length === 0);

function toValue(world: World, place: Place, { value, people }: Raw): AnswerValue | Refusal {
  const { wait } = place.step;
  const typed = typeof value === 'string' ? clean(value) : undefined;
  switch (wait.kind) {
    case 'text':
    case 'long-text':
      return typed ?? refuse('empty');
    case 'choice':
      return optionIn(world, place, value) ?? refuse('choose-one', { count: place.options.length });
    case 'choices':
      return optionsIn(world, place, value) ?? refuse('choose-some', { count: place.options.length });
    case 'number':
      return (typed === undefined ? numeric(value) : readNumber(typed)) ?? notANumber(wait);
    case 'scale':
      return (typed === undefined ? numeric(value) : readNumber(outOf(typed, wait.max))) ?? notANumber(wait);
    case 'date':
      return dateIn(place, typed) ?? refuse('not-a-date');
    case 'time':
      return readTime(typed ?? '') ?? refuse('not-a-time');
    case 'person':
      return personIn(value, people) ?? refuse('not-a-person', { typed: wait.orText ? 'yes' : 'no' });
  }
}

const numeric = (value: JsonValue): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined;

/** "4/5" is 4 on a scale to 5. */
const outOf = (typed: string, max: number): string => typed.replace(new RegExp(`\\s*[/／]\\s*${max}$`, 'u'), '');

function optionIn(world: World, place: Place, value: JsonValue): string | undefined {
  if (typeof value !== 'string') return undefined;
  const exact = place.options.find((option) => option.id === value);
  return exact?.id ?? readOption(clean(value), place.options, world.wordings);
}

function optionsIn(world: World, place: Place, value: JsonValue): string[] | undefined {
  if (Array.isArray(value))
    return inListOrder(
      place,
      value.filter((id) => typeof id === 'string'),
      value.length,
    );
  if (typeof value !== 'string') return undefined;
  const one = optionIn(world, place, value);
  if (one !== undefined) return [one];
  const some = readOptions(clean(value), place.options, world.wordings);
  return some && inListOrder(place, some, some.length);
}

function inListOrder(place: Place, chosen: readonly string[], expected: number): string[] | undefined {
  const kept = place.options.map((option) => option.id).filter((id) => chosen.includes(id));
  return chosen.length === expected && new Set(chosen).size === kept.length ? kept : undefined;
}

function dateIn(place: Place, typed: string | undefined): string | undefined {
  if (typed === undefined || place.step.wait.kind !== 'date') return undefined;
  const { today } = place.scope.facts;
  return readDate(typed, typeof today === 'string' ? today : undefined, dayRange(place.step.wait, today));
}

function personIn(value: JsonValue, people: readonly string[] | undefined): AnswerValue | undefined {
  const member = people?.[0];
  if (member !== undefined) return { member };
  const person = Person.safeParse(value);
  if (person.success) return 'name' in person.data ? { name: clean(person.data.name) } : person.data;
  return typeof value === 'string' ? { name: clean(value) } : undefined;
}
