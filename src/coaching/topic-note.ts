import { textIn } from './answers-of.ts';
import { firstOf } from './check-in-facts.ts';
import { dayOf } from './day.ts';
import type { Decision, Finish, Moment } from './decision.ts';
import type { Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import type { Topic } from './position.ts';
import type { Part, Press } from './post.ts';
import { oldButton, type PressedOn } from './press-account.ts';
import { toSubject } from './subject.ts';

/** Answers of a check-in that can be something to write about. */
const NOTED = ['learned', 'picked_signal'] as const;
type Noted = (typeof NOTED)[number];

const WORDS_KEPT = 28;
const TOPIC_KEPT = 200;

type Answers = Finish['answers'];

/** What was said of readers in a check-in goes into the topic bank with one press; without a press it goes nowhere. */
export function topicParts({ account }: Member, answers: Answers, date: string): Part[] {
  const presses = NOTED.flatMap((noted): Press[] => {
    const words = wordsIn(answers, noted);
    if (account === null || words === null) return [];
    const text = { key: 'coach.press.note-topic', values: { words: firstOf(words, WORDS_KEPT) } };
    return [{ name: 'note-topic', subject: toSubject(account, date, noted), text }];
  });
  return presses.length === 0 ? [] : [{ kind: 'presses', presses }];
}

/** Notes the topic that a button under today's check-in stands for: its words are in the record, not in the button. */
export function noteTopic(member: Member, { account, rest: [date, named] }: PressedOn, { at }: Moment): Decision {
  const noted = NOTED.find((one) => one === named);
  const { done } = member;
  const isOfToday = done !== null && done.facts['today'] === date && date === dayOf(member, at);
  const words = isOfToday && noted ? wordsIn(done.answers, noted) : null;
  if (account === null || !account.operators.includes(member.id) || words === null || date === undefined) {
    return oldButton(member);
  }
  const topic = topicOf(member, words, date);
  if (ownBrief(member)?.topics.some(({ id }) => id === topic.id)) return said(member, 'coach.pressed-again', words);
  return {
    ...said(member, 'coach.topic-noted', words),
    then: [{ kind: 'position', account: account.id, change: { kind: 'topics', topics: [topic] } }],
  };
}

const said = (member: Member, key: string, words: string): Decision => ({
  member,
  parts: [{ kind: 'text', text: { key, values: { words: firstOf(words, TOPIC_KEPT) } } }],
});

/** Nothing learned is nothing to write about, and hardly more is what stayed vague. */
function wordsIn(answers: Answers, noted: Noted): string | null {
  const { grade, flags } = answers[noted] ?? {};
  return grade === 'vague' || flags?.includes('nothing') ? null : textIn(answers, noted);
}

/** Its id is made of its words: the same ones are noted once a day, and those of an edited check-in are others. */
const topicOf = ({ id: by }: Member, words: string, on: string): Topic => ({
  id: `${on}-${by.slice(by.indexOf(':') + 1)}-${firstOf(words, WORDS_KEPT)}`,
  text: firstOf(words, TOPIC_KEPT),
  pillar: null,
  source: 'check-in',
  on,
  by,
  usedOn: null,
});
