import { localDate } from '../calendar/local-date.ts';
import type { Given, Session } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import { textIn } from './answers-of.ts';
import type { AskWords } from './ask-in.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { gradeOf } from './exercise-grade.ts';
import type { Exercise, Outcome } from './exercise.ts';
import { EXERCISES } from './exercises.ts';
import { withPlaceKept } from './keep-place.ts';
import { aboutOf } from './manager-tell.ts';
import type { Member } from './member.ts';
import type { PositionChange } from './position-change.ts';
import { type KeptAnswers, type Topic, Trade, type Version } from './position.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

/** Actions of the playbook that are offered at once. */
const ACTIONS = 2;
/** Answers that make a question to the manager: they are in that, and not asked again. */
const OF_ASK = /^ask(?:_|$)/;

/** The end of an exercise: what was worked out is kept with the account, shown, and the operator's until they share it. */
export const finishExercise =
  (exercise: Exercise) =>
  (_coaching: Coaching, member: Member, { session, outcome, answers }: Finish, moment: Moment): Decision => {
    const about = aboutOf(session);
    if (about === null) return { member, parts: [] };
    if (outcome !== 'done') return stopped(exercise, withPlaceKept(member, session), about.account);
    const today = localDate(moment.at, member.zone);
    const all = keptOf(answers);
    const kept = withoutAsk(all);
    const made = exercise.outcome(kept, session.facts);
    const version: Version = {
      id: session.id,
      by: member.id,
      on: today,
      flow: session.version,
      answers: kept,
      grade: made.grade ?? gradeOf(kept),
      flags: [...made.flags],
      evidence: made.evidence,
      sharedOn: null,
    };
    const trade = Trade.safeParse(textIn(answers, 'company.trade'));
    const topics = topicsOf(exercise, made, { member, session, today });
    const changes: PositionChange[] = [
      ...(trade.success ? [{ kind: 'trade' as const, trade: trade.data }] : []),
      { kind: 'version', element: exercise.element, version },
      ...(topics.length > 0 ? [{ kind: 'topics' as const, topics }] : []),
    ];
    const ended = { exercise, member, session, account: about.account };
    const asked = askedOf(ended, exercise.asks?.(all) ?? null, today);
    return {
      member,
      parts: [
        sheetPart(exercise, version),
        ...(asked.length > 0 ? [{ kind: 'text' as const, text: { key: 'position.ask-sent' } }] : []),
        { kind: 'text', text: nextText(ended, topics.length) },
        { kind: 'presses', presses: [...nextPresses(ended), ...made.actions.slice(0, ACTIONS).map(doPress)] },
      ],
      then: [...changes.map((change): Consequence => ({ kind: 'position', account: about.account, change })), ...asked],
    };
  };

function stopped(exercise: Exercise, member: Member, account: string): Decision {
  const presses: Press[] = [
    { name: 'exercise', subject: toSubject(account, exercise.element), text: { key: 'coach.press.exercise-go-on' } },
  ];
  const text: Text = { key: 'position.place-kept', values: { element: elementText(exercise) } };
  return {
    member,
    parts: [
      { kind: 'text', text },
      { kind: 'presses', presses },
    ],
  };
}

/** What an exercise came to, for whoever did it. */
function sheetPart(exercise: Exercise, version: Version): Part {
  const { lines, small } = exercise.sheet(version);
  return {
    kind: 'block',
    heading: { key: `position.sheet.${exercise.element}` },
    lines: [...lines],
    small: [...small, { key: `position.grade.${version.grade}` }],
    presses: [],
  };
}

type Ended = {
  readonly exercise: Exercise;
  readonly member: Member;
  readonly session: Session;
  readonly account: string;
};

const followingOf = ({ exercise, member }: Ended): Exercise | undefined =>
  EXERCISES.find(({ element }) => element !== exercise.element && member.position?.done[element] === undefined);

/** Where it is now, who sees it, and what would be next. */
function nextText(ended: Ended, topics: number): Text {
  const next = followingOf(ended);
  const what: Text = next
    ? { key: 'position.next-exercise', values: { element: elementText(next), minutes: next.minutes } }
    : { key: 'position.next-none' };
  const isShareable = ended.session.facts['has_manager'] === true;
  return { key: 'position.next', values: { topics, shareable: isShareable ? 'yes' : 'no', what } };
}

/** Show it to the manager, if there is one; and the exercise that follows. */
function nextPresses(ended: Ended): Press[] {
  const { exercise, session, account } = ended;
  const { id, facts } = session;
  const share: Press = {
    name: 'share-element',
    subject: toSubject(account, exercise.element, id),
    text: { key: 'coach.press.share-element' },
  };
  const next = followingOf(ended);
  return [
    ...(facts['has_manager'] === true ? [share] : []),
    ...(next
      ? [
          {
            name: 'exercise' as const,
            subject: toSubject(account, next.element),
            text: { key: 'coach.press.exercise-next', values: { element: elementText(next) } },
          },
        ]
      : []),
  ];
}

/** The question goes to the manager at once, and is a question like any other from then on. */
function askedOf({ member, session, account }: Ended, words: AskWords | null, today: string): Consequence[] {
  if (words === null || member.manager === null || member.manager === member.id) return [];
  const ask = { ...words, id: `ask-${session.id}`, operator: member.id, askedOn: today, answer: null };
  return [
    { kind: 'change', account, change: { kind: 'ask', ask } },
    { kind: 'tell', member: member.manager, news: { kind: 'ask', account, ask: ask.id } },
  ];
}

const doPress = (id: string): Press => ({
  name: 'do',
  subject: id,
  text: { key: 'coach.press.do-action', values: { title: { key: `action.${id}.title` } } },
});

const elementText = ({ element }: Exercise): Text => ({ key: `position.element.${element}` });

/** Skipped questions and those whose answer is the engine's own are no part of it. */
const keptOf = (answers: Readonly<Record<string, Given>>): KeptAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([address, { value, grade, flags }]) => [
      address,
      { value, ...(grade && { grade }), ...(flags && { flags }) },
    ]),
  );

const withoutAsk = (answers: KeptAnswers): KeptAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([address]) => !OF_ASK.test(address)));

const topicsOf = (
  { element }: Exercise,
  { topics }: Outcome,
  { member, session, today }: { readonly member: Member; readonly session: Session; readonly today: string },
): Topic[] =>
  topics.map(({ text, pillar }, index) => ({
    id: `${session.id}#${index}`,
    text,
    pillar,
    source: element,
    on: today,
    by: member.id,
    usedOn: null,
  }));
