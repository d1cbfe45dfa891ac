import type { Account } from './account.ts';
import type { Standing } from './maturity-standing.ts';
import { criterionText, sideTexts, standingText, stepText } from './maturity-words.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';
import { isAnsweredFor } from './week-facts.ts';

type Block = Extract<Part, { kind: 'block' }>;

const NEAREST = 1;

/** In the operator's summary: where the account stands, the nearest thing missing, and one step. None: too little to say. */
export function maturityBlocks(standing: Standing): Block[] {
  if (standing.level === null) return [];
  const step = stepText(standing);
  const nearest = standing.missing.slice(0, NEAREST).map(criterionText);
  return [
    {
      kind: 'block',
      heading: { key: 'summary.maturity' },
      lines: [standingText(standing), ...nearest.map((text) => ({ key: 'maturity.nearest', values: { text } }))],
      small: step ? [step] : [],
      presses: [],
    },
  ];
}

/** All of it, for `/bearings level`: what is missing for the next level, how far each side is, and who sees it. */
export function maturityParts(standing: Standing, account: Account): Part[] {
  const step = stepText(standing);
  const { isShared } = standing.maturity;
  const missing = standing.missing.map(criterionText);
  return [
    {
      kind: 'block',
      heading: { key: 'maturity.title' },
      lines: [standingText(standing), ...(step ? [step] : [])],
      small: [{ key: 'maturity.of-the-operation' }],
      presses: [],
    },
    ...(missing.length > 0
      ? [{ kind: 'block' as const, heading: { key: 'maturity.missing' }, lines: missing, small: [], presses: [] }]
      : []),
    {
      kind: 'block',
      heading: { key: 'maturity.sides' },
      lines: sideTexts(standing),
      small: [{ key: 'maturity.depends' }, { key: isShared ? 'maturity.is-shared' : 'maturity.is-yours' }],
      presses: isAnsweredFor(account) && (isShared || standing.isHeld) ? [sharePress(account, isShared)] : [],
    },
  ];
}

const sharePress = ({ id }: Account, isShared: boolean): Press => {
  const name = isShared ? 'hide-level' : 'share-level';
  return { name, subject: toSubject(id), text: { key: `coach.press.${name}` } };
};
