import type { Text } from '../flow/text.ts';
import { choicesIn, textIn } from './answers-of.ts';
import type { Exercise, Outcome, Sheet } from './exercise.ts';
import { linesIn } from './lines-in.ts';
import type { KeptAnswers, Version } from './position.ts';

/** Flags of an answer that says there is nobody. */
const NOBODY = new Set(['unmet', 'empty', 'nobody']);

/** E1: who is read for first, when they need it, and in which words they ask. */
export const audience: Exercise = {
  element: 'audience',
  flow: 'positioning-audience',
  minutes: 8,
  facts: () => ({}),
  outcome,
  sheet,
  brief: ({ answers }) => ({ reader: textIn(answers, 'role') }),
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

const isSaid = (answers: KeptAnswers, address: string): boolean =>
  textIn(answers, address) !== null && answers[address]?.flags?.some((flag) => NOBODY.has(flag)) !== true;

/** What readers asked; an answer that is no question of theirs is none. */
const quotesIn = (answers: KeptAnswers): string[] =>
  answers['words']?.grade === 'vague' ? [] : linesIn(textIn(answers, 'words'));

function sheet({ answers }: Version): Sheet {
  const quotes = quotesIn(answers);
  const reader = firstReaderIn(answers);
  const line = (key: string, address: string): Text[] => {
    const text = textIn(answers, address);
    return text === null ? [] : [{ key: `position.audience.${key}`, values: { text } }];
  };
  const places = choicesIn(answers, 'elsewhere').map((id) => ({ key: `positioning-audience.elsewhere.option.${id}` }));
  return {
    lines: [
      ...(reader === null
        ? []
        : [{ key: 'position.audience.reader', values: { reader: { key: `alignment.reader.${reader}` } } }]),
      ...line('role', 'role'),
      ...line('need', 'need'),
      ...(quotes.length > 0
        ? [
            {
              key: 'position.audience.words',
              values: { list: quotes.map((text) => ({ key: 'position.audience.quoted', values: { text } })) },
            },
          ]
        : []),
      ...(places.length > 0 ? [{ key: 'position.audience.elsewhere', values: { places } }] : []),
      ...(isSaid(answers, 'not_for') ? line('not-for', 'not_for') : []),
    ],
    small: [
      {
        key: 'position.audience.evidence',
        values: { met: isSaid(answers, 'met') ? 'yes' : 'no', quotes: quotes.length },
      },
    ],
  };
}
