import { toDayNumber } from '../calendar/day-number.ts';
import type { Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import type { Account } from './account.ts';
import { agreedIn, type Agreed } from './canvas-agreed.ts';
import { changesBetween, type Change } from './canvas-changes.ts';
import type { Exercise } from './exercise.ts';
import { EXERCISES } from './exercises.ts';
import type { PositionBrief } from './position-brief.ts';
import { type Element, type Position, sharedVersionOf, type Version, versionOf } from './position.ts';

/** An element that nobody looked at for longer than this is to be looked at again. */
export const DUE_AFTER_DAYS = 90;

/** Those who run the account see all of it, whoever answers for it what they were shown. */
export type Sees = 'all' | 'shared';

export const seesOf = ({ operators }: Pick<Account, 'operators'>, member: string): Sees =>
  operators.includes(member) ? 'all' : 'shared';

/** `draft`: some of its answers are still vague, which is nobody's business but the operator's. */
type CardState = 'fresh' | 'due' | 'draft' | 'none';

/** One element of the position, as far as the viewer may see it. */
export type Card = {
  readonly element: Element;
  readonly flow: string;
  /** How long its exercise takes. */
  readonly minutes: number;
  readonly state: CardState;
  readonly lines: readonly Text[];
  readonly small: readonly Text[];
  /** Null: there is none to be seen. */
  readonly version: Version | null;
  /** When somebody last said that it is still true: later than it was made. */
  readonly confirmedOn: string | null;
  /** Against the version before it; only for those who see all. */
  readonly changes: readonly Change[];
  /** When the version before it was made. */
  readonly changedFrom: string | null;
};

/** The position of an account on one page, for one viewer on one day. */
export type Canvas = {
  readonly account: Pick<Account, 'id' | 'name' | 'manager'>;
  readonly sees: Sees;
  readonly today: string;
  /** Each element, in the order in which they are best done. */
  readonly cards: readonly Card[];
  /** What is published, by pillar, as it was planned; empty where no shares were. */
  readonly mix: readonly { readonly name: string; readonly share: number }[];
  readonly promoShare: number | null;
  /** Topics that nobody has written about yet: the operators' own. */
  readonly topicsOpen: number | null;
  readonly agreed: Agreed;
};

export type Viewer = { readonly sees: Sees; readonly today: string; readonly world: World };

/** All that this viewer may see of the position, ready to be shown. What was not shared leaves no trace in a manager's. */
export function canvasOf(
  position: Position,
  { id, name, manager }: Pick<Account, 'id' | 'name' | 'manager'>,
  viewer: Viewer,
  exercises: readonly Exercise[] = EXERCISES,
): Canvas {
  const { sees, today } = viewer;
  const pillars = exercises.find(({ element }) => element === 'pillars');
  const version = pillars ? shownOf(position, 'pillars', sees) : null;
  const brief = pillars && version ? pillars.brief(version) : {};
  return {
    account: { id, name, manager },
    sees,
    today,
    cards: exercises.map((exercise) => cardOf(position, exercise, viewer)),
    mix: mixIn(brief),
    promoShare: brief.promoShare ?? null,
    topicsOpen: sees === 'all' ? position.topics.filter(({ usedOn }) => usedOn === null).length : null,
    agreed: agreedIn(position),
  };
}

/** The version that the viewer sees of an element. */
const shownOf = (position: Position, element: Element, sees: Sees): Version | null =>
  sees === 'all' ? versionOf(position, element) : sharedVersionOf(position, element);

function cardOf(position: Position, exercise: Exercise, { sees, today, world }: Viewer): Card {
  const { element, flow, minutes } = exercise;
  const version = shownOf(position, element, sees);
  if (!version) {
    const nothing = { lines: [], small: [], confirmedOn: null, changes: [], changedFrom: null };
    return { element, flow, minutes, state: 'none', version, ...nothing };
  }
  const { lines, small } = exercise.sheet(version);
  const confirmedOn = confirmedOf(position, element, version);
  const age = toDayNumber(today) - toDayNumber(confirmedOn ?? version.on);
  const before = sees === 'all' ? versionBefore(position, element, version) : null;
  return {
    element,
    flow,
    minutes,
    state: sees === 'all' && version.grade === 'vague' ? 'draft' : age > DUE_AFTER_DAYS ? 'due' : 'fresh',
    lines,
    small: sees === 'all' ? small : [],
    version,
    confirmedOn,
    changes: before ? changesBetween(world, exercise, { before, after: version }) : [],
    changedFrom: before?.on ?? null,
  };
}

/** To say that an element is still true is to say so of its last version. */
function confirmedOf(position: Position, element: Element, version: Version): string | null {
  const on = position.elements[element]?.confirmedOn ?? null;
  return on !== null && on > version.on && versionOf(position, element)?.id === version.id ? on : null;
}

function versionBefore(position: Position, element: Element, { id }: Version): Version | null {
  const versions = position.elements[element]?.versions ?? [];
  return versions[versions.findIndex((one) => one.id === id) - 1] ?? null;
}

const mixIn = ({ pillars = [] }: Partial<PositionBrief>): Canvas['mix'] =>
  pillars.flatMap(({ name, share }) => (share !== null && share > 0 ? [{ name, share }] : []));

/** How many elements there is something to be seen of. */
export const doneIn = ({ cards }: Pick<Canvas, 'cards'>): number =>
  cards.filter(({ version }) => version !== null).length;
