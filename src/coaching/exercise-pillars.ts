import type { Text } from '../flow/text.ts';
import { numberIn, textIn } from './answers-of.ts';
import { capacityOf, isTooMuch } from './capacity.ts';
import type { Exercise, Known, Outcome, Sheet } from './exercise.ts';
import { weeksOf } from './pillar-weeks.ts';
import { type Pillar, pillarsIn } from './pillars-in.ts';
import type { KeptAnswers, Version } from './position.ts';

const TOPICS_ENOUGH = 3;
const PROMO_AMBER = 30;
const PROMO_RED = 40;

/** E3: what is always written about, in what mix, and how often. */
export const pillars: Exercise = {
  element: 'pillars',
  flow: 'positioning-pillars',
  minutes: 10,
  facts,
  outcome,
  sheet,
  brief: ({ answers }) => ({
    pillars: namedIn(answers).map(({ name, question, role, share }) => ({ name, question, role, share })),
    promoShare: promoIn(answers),
    perWeek: numberIn(answers, 'per_week'),
  }),
  shared: ({ answers }) => [
    {
      kind: 'plan',
      plan: {
        pillars: namedIn(answers).map(({ name, share }) => ({ name, share })),
        promoCap: promoIn(answers),
        perWeek: numberIn(answers, 'per_week'),
      },
    },
  ],
};

/** `capacity`: pieces a week by the hours of the audit; -1 where that was not done. */
function facts({ member: { position } }: Known) {
  const hours = position?.hours ?? null;
  return { reader: position?.reader ?? '', capacity: hours === null ? -1 : capacityOf(hours) };
}

function promoIn(answers: KeptAnswers): number | null {
  const promo = numberIn(answers, 'promo');
  return promo === null ? null : promo / 100;
}

/** Those that the daily work can speak of. */
const namedIn = (answers: KeptAnswers): Pillar[] => pillarsIn(answers).filter(({ isNamed }) => isNamed);

const isThin = ({ topics }: Pillar): boolean => topics.length < TOPICS_ENOUGH;
const hasHelp = (all: readonly Pillar[]): boolean => all.some(({ role }) => role === 'help');
const isFed = (all: readonly Pillar[]): boolean => all.some((pillar) => pillar.isFed);

function outcome(answers: KeptAnswers, known: Readonly<Record<string, unknown>>): Outcome {
  const all = pillarsIn(answers);
  const promo = numberIn(answers, 'promo') ?? 0;
  const capacity = known['capacity'];
  const isOver =
    typeof capacity === 'number' && capacity >= 0 && isTooMuch(numberIn(answers, 'per_week') ?? 0, capacity);
  const flags = [
    ...(all.some(isThin) ? ['thin'] : []),
    ...(hasHelp(all) ? [] : ['no_help']),
    ...(isFed(all) ? [] : ['single_source']),
    ...(promo > PROMO_RED ? ['promo_red'] : promo > PROMO_AMBER ? ['promo_amber'] : []),
    ...(isOver ? ['over_capacity'] : []),
  ];
  return {
    grade: null,
    flags,
    evidence: null,
    topics: all.flatMap(({ name, isNamed, topics }) => topics.map((text) => ({ text, pillar: isNamed ? name : null }))),
    actions: isFed(all) ? ['A06'] : ['A14', 'A33'],
  };
}

function sheet({ answers }: Version): Sheet {
  const all = pillarsIn(answers);
  const perWeek = numberIn(answers, 'per_week') ?? 0;
  const value = textIn(answers, 'promo_value');
  const mix = { promo: numberIn(answers, 'promo') ?? 0, perWeek };
  const named = namedIn(answers);
  const thin = named.filter(isThin).map(({ name }) => name);
  return {
    lines: [
      ...all.map(pillarLine),
      { key: 'position.pillars.mix', values: mix },
      ...(value === null ? [] : [{ key: 'position.pillars.value', values: { text: value } }]),
      ...(named.length === 0 ? [] : weeksOf(named, perWeek).map((slots, i) => weekLine(i + 1, slots))),
    ],
    small: [
      ...(thin.length > 0 ? [{ key: 'position.pillars.thin', values: { list: thin } }] : []),
      ...(hasHelp(all) ? [] : [{ key: 'position.pillars.no-help' }]),
      ...(isFed(all) ? [] : [{ key: 'position.pillars.single-source' }]),
    ],
  };
}

const pillarLine = (pillar: Pillar, index: number): Text => ({
  key: 'position.pillars.line',
  values: {
    name: pillarText(pillar, index),
    role: { key: `position.role-short.${pillar.role ?? 'help'}` },
    share: Math.round(pillar.share * 100),
    source: pillar.source ?? 'none',
  },
});

function pillarText({ name, question, isNamed }: Pillar, index: number): string | Text {
  if (!isNamed) return { key: 'position.pillars.unnamed', values: { number: index + 1 } };
  return question === null || question === name ? name : { key: 'position.pillars.named', values: { name, question } };
}

const weekLine = (week: number, slots: ReturnType<typeof weeksOf>[number]): Text => ({
  key: 'position.pillars.week',
  values: {
    week,
    list:
      slots.length === 0
        ? { key: 'position.pillars.free' }
        : slots.map(({ pillar, topic }) => ({
            key: 'position.pillars.slot',
            values: { pillar, topic: topic ?? 'none' },
          })),
  },
});
