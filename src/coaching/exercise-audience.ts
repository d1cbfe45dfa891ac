import { choicesIn, textIn } from './answers-of.ts';
import type { Exercise, Outcome, Sheet } from './exercise.ts';
import { linesIn } from './lines-in.ts';
import type { KeptAnswers, Version } from './position.ts';
import { neededLine, saidIn, saidLine } from './said-in.ts';

/** E1: who is read for first, when they need it, and in which words they ask. */
export const audience: Exercise = {
  element: 'audience',
  flow: 'positioning-audience',
  minutes: 8,
  facts: () => ({}),
  outcome,
  sheet,
  brief: ({ answers }) => ({ reader: saidIn(answers, 'role') }),
  shared: () => [],
};

/** The first reader that counts: the second thought, where there was one. */
export const firstReaderIn = (answers: KeptAnswers): string | null =>
  textIn(answers, 'reader_again') ?? textIn(answers, 'reader');

function outcome(answers: KeptAnswers): Outcome {
  const isMet = isSaid(answers, 'met');
  const flags = [
    ...(isSaid(answers, 'not_for') ? [] : ['no_exclusion']),
    ...(choicesIn(answers, 'elsewhere').includes('gives_up') ? ['opportunity'] : []),
  ];
  return {
    grade: null,
    flags,
    evidence: isMet ? 'observed' : 'assumption',
    topics: quotesIn(answers).map((text) => ({ text, pillar: null })),
    actions: isMet ? [] : ['A01'],
  };
}

const isSaid = (answers: KeptAnswers, address: string): boolean => saidIn(answers, address) !== null;

/** What readers asked; an answer that is no question of theirs is none. */
const quotesIn = (answers: KeptAnswers): string[] =>
  answers['words']?.grade === 'vague' ? [] : linesIn(textIn(answers, 'words'));

function sheet({ answers }: Version): Sheet {
  const quotes = quotesIn(answers);
  const reader = firstReaderIn(answers);
  const places = choicesIn(answers, 'elsewhere').map((id) => ({ key: `positioning-audience.elsewhere.option.${id}` }));
  return {
    lines: [
      ...(reader === null
        ? []
        : [{ key: 'position.audience.reader', values: { reader: { key: `alignment.reader.${reader}` } } }]),
      neededLine(answers, 'role', 'position.audience.role'),
      neededLine(answers, 'need', 'position.audience.need'),
      ...(quotes.length > 0
        ? [
            {
              key: 'position.audience.words',
              values: { list: quotes.map((text) => ({ key: 'position.audience.quoted', values: { text } })) },
            },
          ]
        : []),
      ...(places.length > 0 ? [{ key: 'position.audience.elsewhere', values: { places } }] : []),
      ...saidLine(answers, 'not_for', 'position.audience.not-for'),
    ],
    small: [
      {
        key: 'position.audience.evidence',
        values: { met: isSaid(answers, 'met') ? 'yes' : 'no', quotes: quotes.length },
      },
    ],
  };
}
