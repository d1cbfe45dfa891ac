import { readDay } from './civil-day.ts';
import { dayRange } from './day-range.ts';
import { isTrue } from './expression.ts';
import type { Wait } from './flow.ts';
import { lengthOf } from './fold.ts';
import { refuse } from './refuse.ts';
import type { AnswerValue } from './session.ts';
import { ruleText } from './step-text.ts';
import type { Refusal } from './turn.ts';
import type { Place } from './walk.ts';

const MAX_NAME = 80;
/** From here on a limit only keeps out what is no figure. */
const LIMITLESS = 1_000_000_000;

type Of<Kind extends Wait['kind']> = Extract<Wait, { kind: Kind }>;

/** Why the value is no answer here: whether just typed, or kept from before a flow or another answer changed. */
export function refusalOf(place: Place, value: AnswerValue): Refusal | undefined {
  const { wait } = place.step;
  switch (wait.kind) {
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? textRefusal(wait, value) : refuse('empty');
    case 'choice':
      return place.options.some((option) => option.id === value) ? undefined : chooseOne(place);
    case 'choices':
      return choicesRefusal(place, wait, value);
    case 'number':
      return numberRefusal(place, wait, value);
    case 'scale':
      return scaleRefusal(wait, value);
    case 'date':
      return dateRefusal(place, wait, value);
    case 'time':
      return timeRefusal(wait, value);
    case 'person':
      return personRefusal(wait, value);
  }
}

const chooseOne = (place: Place): Refusal => refuse('choose-one', { count: place.options.length });

function textRefusal(wait: Of<'text' | 'long-text'>, value: string): Refusal | undefined {
  const length = lengthOf(value);
  if (length === 0) return refuse('empty');
  if (length < wait.min) return refuse('too-short', { min: wait.min, length });
  if (length > wait.max) return refuse('too-long', { max: wait.max, length });
  return wait.pattern === undefined || new RegExp(wait.pattern, 'u').test(value) ? undefined : refuse('pattern');
}

function choicesRefusal(place: Place, wait: Of<'choices'>, value: AnswerValue): Refusal | undefined {
  const known = new Set(place.options.map((option) => option.id));
  const chosen = Array.isArray(value) ? value : [];
  const alone = chosen.some((id) => wait.exclusive.includes(id));
  const isClear = Array.isArray(value) && chosen.every((id) => known.has(id)) && new Set(chosen).size === chosen.length;
  if (!isClear || (alone && chosen.length > 1)) return refuse('choose-some', { count: known.size });
  if (alone) return undefined;
  // Fewer options may be on offer than the flow asks for: then all of them will do.
  const min = Math.min(wait.min, place.options.filter(({ id }) => !wait.exclusive.includes(id)).length);
  if (chosen.length < min) return refuse('too-few', { min });
  return chosen.length > wait.max ? refuse('too-many', { max: wait.max }) : undefined;
}

/** Says which numbers would do, where not any would. */
export const notANumber = ({ min, max }: { readonly min: number; readonly max: number }): Refusal =>
  refuse('not-a-number', { bounded: max < LIMITLESS ? 'yes' : 'no', min, max });

function numberRefusal(place: Place, wait: Of<'number'>, value: AnswerValue): Refusal | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return notANumber(wait);
  if (wait.whole && !Number.isInteger(value)) return refuse('not-whole');
  if (value < wait.min || value > wait.max) return refuse('out-of-range', { min: wait.min, max: wait.max });
  if (wait.rule === undefined || isTrue(wait.rule, { ...place.scope, value })) return undefined;
  return { why: 'rule', text: ruleText(place) };
}

function scaleRefusal(wait: Of<'scale'>, value: AnswerValue): Refusal | undefined {
  if (typeof value !== 'number') return notANumber(wait);
  const { min, max } = wait;
  return Number.isInteger(value) && value >= min && value <= max ? undefined : refuse('out-of-range', { min, max });
}

function dateRefusal(place: Place, wait: Of<'date'>, value: AnswerValue): Refusal | undefined {
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day === undefined) return refuse('not-a-date');
  const range = dayRange(wait, place.scope.facts['today']);
  return day >= range.first && day <= range.last ? undefined : refuse('date-range', range.values);
}

function timeRefusal({ from, to }: Of<'time'>, value: AnswerValue): Refusal | undefined {
  if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return refuse('not-a-time');
  if (value >= (from ?? '00:00') && value <= (to ?? '23:59')) return undefined;
  return refuse('time-range', { from: from ?? '00:00', to: to ?? '23:59' });
}

function personRefusal({ orText }: Of<'person'>, value: AnswerValue): Refusal | undefined {
  const isPerson = typeof value === 'object' && !Array.isArray(value);
  if (isPerson && 'member' in value && value.member !== '') return undefined;
  if (!isPerson || !('name' in value) || !orText) return refuse('not-a-person', { typed: orText ? 'yes' : 'no' });
  const length = lengthOf(value.name);
  if (length === 0) return refuse('empty');
  return length > MAX_NAME ? refuse('too-long', { max: MAX_NAME, length }) : undefined;
}
