import { literal, type Text } from '../flow/text.ts';
import { choicesIn, numberIn, textIn } from './answers-of.ts';
import type { Exercise, Outcome, Sheet } from './exercise.ts';
import type { KeptAnswers, Version } from './position.ts';
import { neededLine, saidIn, saidLine } from './said-in.ts';

const BENCHMARKS = ['competitor', 'medium', 'outside'] as const;
/** So many titles out of three that anybody could print are too many. */
const ALIKE = 2;

/** E4: what readers get here and nowhere else, and what is stopped for it. */
export const difference: Exercise = {
  element: 'difference',
  flow: 'positioning-difference',
  minutes: 7,
  facts: ({ member }) => ({ reader: member.position?.reader ?? '' }),
  outcome,
  sheet,
  brief: ({ answers }) => ({ assets: assetsIn(answers) }),
  shared: () => [],
};

const assetsIn = (answers: KeptAnswers): string[] => choicesIn(answers, 'assets').filter((id) => id !== 'none');

const stopsIn = (answers: KeptAnswers): string[] =>
  [...choicesIn(answers, 'stops'), ...choicesIn(answers, 'stops_again')].filter((id) => id !== 'none');

function outcome(answers: KeptAnswers): Outcome {
  const flags = [
    ...((numberIn(answers, 'logo') ?? 0) >= ALIKE ? ['alike'] : []),
    ...(assetsIn(answers).length === 0 ? ['no_asset'] : []),
    ...(stopsIn(answers).length === 0 ? ['no_stop'] : []),
  ];
  const actions = assetsIn(answers).includes('veterans') ? ['A14'] : [];
  return { grade: null, flags, evidence: null, topics: [], actions };
}

function sheet({ answers }: Version): Sheet {
  const assets = assetsIn(answers).map((id) => ({ key: `position.asset.${id}` }));
  const logo = numberIn(answers, 'logo');
  return {
    lines: [
      neededLine(answers, 'promise', 'position.difference.sentence'),
      ...BENCHMARKS.flatMap((which) => benchmark(answers, which)),
      ...(assets.length > 0 ? [{ key: 'position.difference.assets', values: { assets } }] : []),
      ...saidLine(answers, 'insider', 'position.difference.insider'),
      ...stopLine(answers),
    ],
    small: logo === null ? [] : [{ key: 'position.difference.logo', values: { count: logo } }],
  };
}

function benchmark(answers: KeptAnswers, which: (typeof BENCHMARKS)[number]): Text[] {
  const [name, text] = [textIn(answers, which), saidIn(answers, `${which}_seen`)];
  return name && text ? [{ key: 'position.difference.grid', values: { name, text } }] : [];
}

function stopLine(answers: KeptAnswers): Text[] {
  const other = textIn(answers, 'stops_other');
  const list = stopsIn(answers).map((id) =>
    id === 'other' && other !== null ? literal(other) : { key: `positioning-difference.stops.option.${id}` },
  );
  if (list.length === 0) return [];
  const hours = numberIn(answers, 'freed');
  return hours === null
    ? [{ key: 'position.difference.stops', values: { list } }]
    : [{ key: 'position.difference.freed', values: { list, hours } }];
}
