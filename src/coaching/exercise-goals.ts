import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import type { Text } from '../flow/text.ts';
import { choicesIn, numberIn, textIn } from './answers-of.ts';
import type { Exercise, Known, Outcome, Sheet } from './exercise.ts';
import { leadOf } from './metric-lead.ts';
import { weekSeries } from './metric-lead.ts';
import { median } from './metric-usual.ts';
import { isMetric } from './metric.ts';
import type { KeptAnswers, Version } from './position.ts';
import { neededLine, saidIn, saidLine } from './said-in.ts';

const SOON_DAYS = 90;
const WEEKS = 8;
/** Numbers on the weekly board. */
const BOARD = 4;
const SAYS_LITTLE: ReadonlySet<string> = new Set(['followers', 'reads']);

/** E5: what the account is to bring about, and the few numbers by which that is seen. */
export const goals: Exercise = {
  element: 'goals',
  flow: 'positioning-goals',
  minutes: 8,
  facts,
  outcome,
  sheet,
  brief: ({ answers }) => ({ lead: leadIn(answers), hasBaseline: numberIn(answers, 'baseline') !== null }),
  shared: ({ answers }) => {
    const lead = leadIn(answers);
    return lead !== null && isMetric(lead) ? [{ kind: 'lead-metric', metric: lead }] : [];
  },
};

/** What the entered numbers say the lead number usually is, where they say anything. */
function facts({ account, today }: Known) {
  const lead = leadOf(account);
  const weeks = Array.from({ length: WEEKS }, (_, i) => isoWeekOf(plusDays(today, -7 * i)));
  const values = lead ? weekSeries(account, lead.metric, weeks).filter((value) => value !== null) : [];
  const soon = plusDays(today, SOON_DAYS);
  if (!lead || values.length === 0) return { known_metric: '', known_value: 0, soon };
  return { known_metric: lead.metric, known_value: Math.round(median(values) * 10) / 10, soon };
}

/** The lead number that counts: the second thought, where there was one. */
const leadIn = (answers: KeptAnswers): string | null => textIn(answers, 'lead_again') ?? textIn(answers, 'lead');

function outcome(answers: KeptAnswers): Outcome {
  const lead = leadIn(answers);
  const hasBaseline = numberIn(answers, 'baseline') !== null;
  const isFans = lead !== null && SAYS_LITTLE.has(lead);
  const decision = answers['decision'];
  const flags = [
    ...(isFans ? ['fans_only'] : []),
    ...(hasBaseline ? [] : ['no_baseline']),
    ...(textIn(answers, 'act') === 'none' ? ['no_act'] : []),
    ...(!decision?.value || decision.grade === 'vague' ? ['metric_without_decision'] : []),
  ];
  return {
    // Whatever else is sharp: by such a number nobody sees whether it works.
    grade: isFans ? 'vague' : null,
    flags,
    evidence: null,
    topics: [],
    actions: [...(hasBaseline ? [] : ['A26']), ...(textIn(answers, 'act') === 'none' ? ['A34'] : [])],
  };
}

function sheet({ answers }: Version): Sheet {
  const kind = textIn(answers, 'result');
  const text = saidIn(answers, 'result_text') ?? { key: 'position.still-open' };
  const act = textIn(answers, 'act');
  const lead = leadIn(answers);
  const value = numberIn(answers, 'baseline');
  const guards = choicesIn(answers, 'guards').map(numberText);
  return {
    lines: [
      ...(kind
        ? [
            {
              key: 'position.goals.result',
              values: { kind: { key: `positioning-goals.result.option.${kind}` }, text },
            },
          ]
        : []),
      ...(act === null || act === 'none'
        ? []
        : [{ key: 'position.goals.act', values: { act: { key: `positioning-goals.act.option.${act}` } } }]),
      ...(lead === null
        ? []
        : [
            {
              key: 'position.goals.lead',
              values: { lead: numberText(lead), known: value === null ? 'no' : 'yes', value: value ?? 0 },
            },
          ]),
      ...(guards.length > 0 ? [{ key: 'position.goals.guards', values: { list: guards } }] : []),
      neededLine(answers, 'target', 'position.goals.target'),
      ...saidLine(answers, 'stretch', 'position.goals.stretch'),
      ...saidLine(answers, 'decision', 'position.goals.decision'),
      ...boardLine(lead, guards),
    ],
    small: lead !== null && SAYS_LITTLE.has(lead) ? [{ key: 'position.goals.fans' }] : [],
  };
}

const numberText = (id: string): Text => ({ key: `position.number.${id}` });

function boardLine(lead: string | null, guards: readonly Text[]): Text[] {
  if (lead === null) return [];
  const list = [numberText(lead), ...guards, { key: 'position.number.promo_share' }];
  const own = list.filter(({ key }, i) => list.findIndex((one) => one.key === key) === i).slice(0, BOARD);
  return [{ key: 'position.goals.board', values: { list: own } }];
}
