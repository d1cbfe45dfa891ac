import { plusDays } from '../calendar/local-date.ts';
import type { JsonValue } from '../flow/session.ts';
import { firstOf } from './check-in-facts.ts';
import type { Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import { idlePillar } from './pillar-facts.ts';
import { nextPieceIn, planOfPieces } from './planned.ts';
import type { PositionBrief } from './position-brief.ts';

type Facts = Record<string, JsonValue>;
export type PositionKnown = Pick<
  Member,
  'account' | 'position' | 'plan' | 'recent' | 'actions' | 'zone' | 'calendar' | 'house'
>;

/** Words of theirs are quoted so far. */
const WORDS_KEPT = 40;
/** A position that changed so lately is not yet seen everywhere. */
const CHANGED_DAYS = 10;
const PIECES_AT_LEAST = 4;
const SELLS_BY_TRUST = new Set(['inquiries', 'trust']);

/** What the position of their account, and what came of it since, call for. What isn't known is absent. */
export function positionFacts(member: PositionKnown, today: string): Facts {
  const nextIn = nextPieceIn(member, today);
  const brief = ownBrief(member);
  return {
    ...(nextIn !== null && { publish_planned_in_wd: nextIn }),
    ...(brief && {
      ...readerFacts(brief),
      ...topicFacts(brief),
      ...planFacts(brief, member, today),
      ...assetFacts(brief, member),
      ...(brief.done.purpose && { purpose_is_inquiries_or_trust: brief.jobs.some((job) => SELLS_BY_TRUST.has(job)) }),
      positioning_changed: brief.changedOn !== null && brief.changedOn > plusDays(today, -CHANGED_DAYS),
      roles_dropped: brief.dropped,
      ...(brief.departments !== null && { material_departments: brief.departments }),
    }),
  };
}

const readerFacts = ({ done, reader }: PositionBrief): Facts => ({
  ...(done.audience?.evidence && { reader_card: done.audience.evidence }),
  ...(reader !== null && { reader: firstOf(reader, WORDS_KEPT) }),
});

/** There is a topic bank once an exercise that fills it was done, or somebody put a topic in. */
function topicFacts({ done, topics, topicsOpen }: PositionBrief): Facts {
  if (!done.audience && !done.pillars && topicsOpen === 0) return {};
  const [next] = topics;
  return {
    topics_open: topicsOpen,
    open_reader_questions: topics.filter(({ text }) => /[?？]/.test(text)).length,
    ...(next && { topic_next: firstOf(next.text, WORDS_KEPT) }),
  };
}

function planFacts(brief: PositionBrief, { recent }: PositionKnown, today: string): Facts {
  if (!brief.done.pillars) return {};
  const { places, planned } = planOfPieces(brief);
  const idle = idlePillar(brief.pillars, recent, today);
  const bare = brief.pillars.find(({ name }) => brief.topics.every(({ pillar }) => pillar !== name));
  return {
    ...(places > 0 && { places_10wd: places, planned_items_10wd: planned }),
    ...(idle !== null && { pillar_idle: firstOf(idle, WORDS_KEPT) }),
    // Of more topics than are at hand, some may well be of it.
    ...(bare && brief.topics.length === brief.topicsOpen && { pillar_bare: firstOf(bare.name, WORDS_KEPT) }),
  };
}

/** Material that only they have, while nobody gathered any for the last pieces. */
function assetFacts({ assets }: PositionBrief, { recent }: PositionKnown): Facts {
  const [asset] = assets;
  const gathered = recent.findLastIndex(({ activities }) => activities.includes('material_collection'));
  const pieces = recent.slice(gathered + 1).flatMap(({ items }) => items).length;
  return asset === undefined || pieces < PIECES_AT_LEAST
    ? {}
    : { unused_asset: asset, pieces_without_material: pieces };
}
