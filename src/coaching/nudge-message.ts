import type { Text } from '../flow/text.ts';
import { toPress } from './nudge-offer.ts';
import type { NudgeRule } from './nudge-rules.ts';
import { nudgeSubject } from './nudge-subject.ts';
import { offersOf, sayingOf } from './nudge-words.ts';
import type { Chosen } from './nudges.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

type Beside = {
  /** The account it is about, or that the operator runs. */
  readonly account: string | null;
  /** What is to be decided or freed, with its own buttons. */
  readonly cards: readonly Part[];
  readonly lines: readonly Text[];
};

const LESS = ['nudge-not-useful', 'nudge-why', 'nudge-fewer'] as const;

/** One fact and one suggestion: first what can be done about it, last how to have less of it. */
export function nudgeParts({ rule, ids, facts, state }: Chosen, { account, cards, lines }: Beside): Part[] {
  const subject = nudgeSubject(rule, ids);
  const offers = offersOf(rule, facts).flatMap(
    ({ offer, place }) => toPress(offer, { facts, subject: toSubject(subject, String(place)), account }) ?? [],
  );
  const doing = offers.map((press, i): Press => (i === 0 && cards.length === 0 ? { ...press, main: true } : press));
  const saying = sayingOf(rule.id, { ...state, wording: state.wording ?? 1 });
  const { first, last } = rowsOf(rule, { doing, subject, hasCards: cards.length > 0 });
  return [
    { kind: 'block', heading: null, lines: [saying, ...lines], small: [], presses: first },
    ...cards,
    ...(last.length > 0 ? [{ kind: 'presses', presses: last } as const] : []),
  ];
}

type Rows = { readonly first: Press[]; readonly last: Press[] };

/** Two rows of buttons; where a card comes between, its own come first. */
function rowsOf(
  rule: NudgeRule,
  { doing, subject, hasCards }: { readonly doing: Press[]; readonly subject: string; readonly hasCards: boolean },
): Rows {
  const press = (name: (typeof LESS)[number] | 'nudge-later'): Press => ({
    name,
    subject,
    text: { key: `nudge.press.${name}` },
  });
  if (rule.pauses) return { first: [...doing, press('nudge-why')], last: [] };
  const acting = [...doing, press('nudge-later')];
  const less = LESS.map(press);
  return hasCards ? { first: [], last: [...acting, ...less] } : { first: acting, last: less };
}
