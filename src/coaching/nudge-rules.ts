import { z } from 'zod';

import { Expression, Name } from '../flow/flow.ts';
import { Blank } from './blank.ts';

/** Its button says it in other words. */
const As = z.enum(['change', 'see', 'ask']).exactOptional();
const when = { if: Expression.exactOptional() };
/** A button that does what is suggested. */
export const Offer = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('action'), action: z.string().regex(/^A\d\d$/), ...when }),
  /** The short form for some days. */
  z.strictObject({ do: z.literal('light'), ...when }),
  /** How to have the check-in at another time. */
  z.strictObject({ do: z.literal('time'), ...when }),
  z.strictObject({ do: z.literal('back'), ...when }),
  z.strictObject({ do: z.literal('numbers'), ...when }),
  /** Shows what the manager would read of a blocker, and asks. Nothing goes anywhere without the yes to that. */
  z.strictObject({ do: z.literal('share'), ...when }),
  /** Some words to start from, shown to the operator and sent to nobody. */
  z.strictObject({ do: z.literal('draft'), ...when }),
  /** Begins a positioning exercise: which one, a fact says. */
  z.strictObject({ do: z.literal('exercise'), element: Expression, as: As, ...when }),
  /** What was worked out is still true. */
  z.strictObject({ do: z.literal('confirm'), element: Expression, ...when }),
  /** The questions that operator and manager answer apart. */
  z.strictObject({ do: z.literal('align'), as: As, ...when }),
  /** The manager has talked with the operator. */
  z.strictObject({ do: z.literal('talked'), ...when }),
  /** What a manager says to the operator. */
  z.strictObject({ do: z.literal('reply'), ...when }),
  z.strictObject({ do: z.literal('thank'), ...when }),
]);
export type Offer = z.infer<typeof Offer>;

/** Where the label of an offer's button is, after `nudge.do.` */
export const offerName = (offer: Offer): string => {
  if (offer.do === 'action') return offer.action;
  return 'as' in offer && offer.as !== undefined ? `${offer.do}-${offer.as}` : offer.do;
};

export const NudgeRule = z.strictObject({
  /** `N01`; what another person is told of the same matter has a word behind it. `O01`: in the first weeks. */
  id: z.string().regex(/^[NO]\d\d(-[a-z]+)?$/),
  to: z.enum(['operator', 'manager']),
  /** Each of these is a matter of its own. A manager's rule is also one for each account. */
  per: z.enum(['blocker', 'ask', 'talk']).exactOptional(),
  if: Expression,
  /** It is over: counting begins anew. */
  stop: Expression.exactOptional(),
  priority: z.int().min(1).max(3),
  /** Working days from one saying to the next. */
  cooldown: z.int().min(1),
  /** So often until it stops being so; `thenEvery`: after that, only after so many working days. */
  max: z.strictObject({ times: z.int().min(1), thenEvery: z.int().min(1).exactOptional() }).exactOptional(),
  /** One of its kinds has its own words: `nudge.N18.plans.1`. */
  variants: z.strictObject({ by: Expression, of: z.array(Name).min(2) }).exactOptional(),
  /** How many ways there are to say it: `nudge.N01.1`, and so on. */
  wordings: z.int().min(3).default(3),
  blanks: z.record(Name, Blank).default({}),
  offers: z.array(Offer).max(3).default([]),
  /** Nothing more comes by itself until the person is back. */
  pauses: z.boolean().default(false),
  /** What is to be decided or freed comes along with its own buttons. */
  card: z.enum(['ask', 'blocker']).exactOptional(),
  /** What changed since they began, from their own log. */
  note: z.boolean().default(false),
  /** The operator is told that their manager was asked: nothing here is behind anybody's back. */
  told: z.boolean().default(false),
});
export type NudgeRule = z.infer<typeof NudgeRule>;

const Caps = z.strictObject({ perDay: z.int().min(1), perWeek: z.int().min(1) });

/** `flows/nudges.json` */
export const Nudges = z.strictObject({
  limits: z.strictObject({
    operator: Caps,
    manager: Caps,
    /** Local times between which something may be said, on working days. */
    hours: z.strictObject({ from: z.string(), until: z.string() }),
    /** In these first working days only what belongs to them (`O01`...) is said. */
    firstDays: z.int(),
    /** What something else went before of waits so many working days; then it rests as if it had been said. */
    waits: z.int(),
    /** After `counts` working days without a press it was ignored; `times` of these double the cooldown, to `most` times at most. */
    ignored: z.strictObject({ counts: z.int().min(1), times: z.int().min(1), most: z.int().min(1) }),
    /** Said so often to be of no use, a rule is silent for so many days. */
    notUseful: z.strictObject({ times: z.int().min(1), days: z.int() }),
    /** "Fewer of these" silences a rule for so many days; of so many rules, it leaves one nudge a week. */
    fewer: z.strictObject({ days: z.int(), rules: z.int().min(2), perWeek: z.int().min(1) }),
    lightDays: z.int().min(1),
    /** After so many working days of an operator their manager is asked to talk with them. */
    talksAfter: z.array(z.int()),
  }),
  rules: z.array(NudgeRule).min(1),
});
export type Nudges = z.infer<typeof Nudges>;
export type NudgeLimits = Nudges['limits'];
