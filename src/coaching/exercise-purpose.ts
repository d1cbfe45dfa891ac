import type { Text } from '../flow/text.ts';
import { choicesIn, numberIn, textIn } from './answers-of.ts';
import { askIn } from './ask-in.ts';
import type { Exercise, Outcome, Sheet } from './exercise.ts';
import type { KeptAnswers, Version } from './position.ts';
import { neededLine, saidLine } from './said-in.ts';

/** Of ten pieces: more that sell, or sell and tell of ourselves, are worth a word. */
const PROMO_AMBER = 4;
const SELF_RED = 6;
/** What a plan may hold at most of pieces that sell, unless fewer do already. */
const PROMO_AIM = 2;
const PROMO_LEAST = 1;
const LINES = 3;

/** E2: what the account is for, and that it is no advertising channel. */
export const purpose: Exercise = {
  element: 'purpose',
  flow: 'positioning-purpose',
  minutes: 6,
  facts: () => ({}),
  outcome,
  sheet,
  brief: ({ answers }) => ({ jobs: [...choicesIn(answers, 'jobs')] }),
  shared: () => [],
  given: {
    ask_text: { key: 'position.purpose.ask' },
    ask_a: { key: 'position.purpose.ask-a' },
    ask_b: { key: 'position.purpose.ask-b' },
  },
  asks: (answers) => (textIn(answers, 'ask_send') === 'yes' ? askIn(answers) : null),
};

function outcome(answers: KeptAnswers): Outcome {
  const promo = numberIn(answers, 'promo') ?? 0;
  const news = numberIn(answers, 'news') ?? 0;
  const isForced = textIn(answers, 'forced') === 'yes';
  const flags = [
    ...(promo + news > SELF_RED ? ['self_red'] : []),
    ...(promo > PROMO_AMBER ? ['promo_amber'] : []),
    ...(isForced ? ['forced_forwarding'] : []),
  ];
  return { grade: null, flags, evidence: null, topics: [], actions: isForced ? ['A16'] : [] };
}

function sheet({ answers }: Version): Sheet {
  const jobs = choicesIn(answers, 'jobs');
  const who = textIn(answers, 'complain');
  const mix = { promo: numberIn(answers, 'promo') ?? 0, news: numberIn(answers, 'news') ?? 0 };
  return {
    lines: [
      neededLine(answers, 'promise', 'position.purpose.promise'),
      { key: 'position.purpose.jobs', values: { jobs: jobs.map((id) => ({ key: `alignment.job.${id}` })) } },
      { key: 'position.purpose.do', values: { list: weDo(jobs) } },
      { key: 'position.purpose.not', values: { list: weDoNot(answers) } },
      ...saidLine(answers, 'loss', 'position.purpose.loss'),
      ...saidLine(answers, 'off_day', 'position.purpose.off-day'),
      ...saidLine(answers, 'stop_when', 'position.purpose.stop'),
      { key: 'position.purpose.mix', values: mix },
    ],
    small:
      who === null || who === 'unknown'
        ? []
        : [{ key: 'position.purpose.missed', values: { who: { key: `positioning-purpose.complain.option.${who}` } } }],
  };
}

/** Three of each, from what was chosen: the jobs first. */
const weDo = (jobs: readonly string[]): Text[] =>
  [...jobs, 'reader', 'count'].slice(0, LINES).map((id) => ({ key: `position.purpose.do.${id}` }));

function weDoNot(answers: KeptAnswers): Text[] {
  const count = Math.max(PROMO_LEAST, Math.min(PROMO_AIM, numberIn(answers, 'promo') ?? PROMO_AIM));
  const isAsked = textIn(answers, 'forced') !== 'no';
  return [
    { key: 'position.purpose.not.promo', values: { count } },
    { key: 'position.purpose.not.own' },
    { key: `position.purpose.not.${isAsked ? 'forced' : 'daily'}` },
  ];
}
