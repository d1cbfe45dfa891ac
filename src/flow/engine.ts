import { obey } from './commands.ts';
import { submitForm } from './form.ts';
import { hearText, hearValue } from './hear.ts';
import { migrate, migrateInput } from './migrate.ts';
import type { AnswerValue, Given, JsonValue, Session } from './session.ts';
import { labelText } from './step-text.ts';
import type { Talk } from './talk.ts';
import { askAgain, finish, goOn, say, waitingVisit } from './turn-end.ts';
import type { Input, Turn, World } from './turn.ts';
import { flowOf, walkAll, walkToOpen } from './walk.ts';

export { formQuestions, readForm, withDraft } from './form.ts';

export type Start = {
  readonly id: string;
  readonly facts: Readonly<Record<string, JsonValue>>;
  /** Answers put there to be kept or changed, by address. */
  readonly given?: Readonly<Record<string, AnswerValue>>;
};

/** Begins a flow: says and asks what comes first. */
export const start = (world: World, flowId: string, begun: Start): Turn =>
  goOn({ world, session: unasked(world, flowId, begun) });

/** A session that has not been asked anything yet. */
export function unasked(world: World, flowId: string, { id, facts, given = {} }: Start): Session {
  const { version } = flowOf(world.flows, flowId);
  const preset = Object.entries(given).map(([address, value]): [string, Given] => [
    address,
    { value, followUps: 0, settled: false, preset: true },
  ]);
  const fresh = { id, flow: flowId, version, at: null, said: [], turn: 0, draft: {} };
  return { ...fresh, facts: { ...facts }, answers: Object.fromEntries(preset) };
}

/** Takes an input into the session and walks to the next question or the end. Whatever a person does, it never throws. */
export function advance(world: World, before: Session, input: Input): Turn {
  if (input.kind === 'timeout')
    return isStale(before, input) ? { session: before, effects: [] } : expire(world, before);
  if (input.kind !== 'text' && input.session !== undefined && input.session !== before.id) {
    return { session: before, effects: [say('conversation.old-button')] };
  }
  if (!world.flows.has(before.flow)) return flowGone(before);
  const { session: migrated, changed } = migrate(world, before);
  const talk = { world, session: { ...migrated, turn: migrated.turn + 1 } };
  return changed ? afterChange(talk, migrateInput(world, before, input)) : hear(talk, input);
}

/** After a long pause: says where we were, and asks again. What was not asked anything yet begins now. */
export function resume(world: World, before: Session): Turn {
  if (!world.flows.has(before.flow)) return flowGone(before);
  const { session, changed } = migrate(world, before);
  const talk = { world, session };
  if (session.at === null && session.turn === 0) return goOn(talk);
  const news = changed ? [say('conversation.flow-changed')] : [];
  const visit = waitingVisit(talk);
  if (!visit) return goOn(talk, news);
  const { visits } = walkAll(talk);
  const answered = visits.filter(({ open }) => !open).length;
  const where = say('conversation.resumed', { label: labelText(visit), answered, total: visits.length });
  return askAgain(talk, [...news, where]);
}

/** Closes a session that nobody answered, with what it has. */
export function expire(world: World, before: Session): Turn {
  if (!world.flows.has(before.flow)) return flowGone(before);
  const talk = { world, session: migrate(world, before).session };
  return finish(talk, { outcome: 'expired', before: [say('conversation.expired')] });
}

function hear(talk: Talk, input: Input): Turn {
  switch (input.kind) {
    case 'text':
      return hearText(talk, input);
    case 'value':
      return hearValue(talk, input);
    case 'form':
      return submitForm(talk, input.values);
    case 'command':
      return isOfOldQuestion(talk.session, input)
        ? askAgain(talk, [say('conversation.old-button')])
        : obey(talk, input.command, input.address);
    case 'timeout':
      return askAgain(talk);
  }
}

/** The flow changed under the session: the input still counts if its question is still the one that waits. */
function afterChange(talk: Talk, input: Input): Turn {
  const news = say('conversation.flow-changed');
  const { visits } = walkToOpen(talk);
  const { at } = talk.session;
  const isStillThere = at === null || visits.some(({ address }) => address === at);
  if (input.kind === 'text' && !isStillThere) return askAgain(talk, [news]);
  const { session: next, effects } = hear(talk, input);
  // `taken` comes first, so the news goes after it.
  const taken = effects.filter(({ kind }) => kind === 'taken');
  return { session: next, effects: [...taken, news, ...effects.filter(({ kind }) => kind !== 'taken')] };
}

const isStale = (session: Session, input: Extract<Input, { kind: 'timeout' }>): boolean =>
  input.session !== session.id || input.turn !== session.turn;

// Buttons that mean "this question" when they were shown; the others mean the conversation.
const isOfOldQuestion = (session: Session, input: Extract<Input, { kind: 'command' }>): boolean =>
  (input.command === 'skip' || input.command === 'keep' || input.command === 'back') &&
  input.address !== undefined &&
  input.address !== session.at;

/** The whole flow was taken away: closed kindly, with all it had. */
function flowGone(before: Session): Turn {
  const session: Session = { ...before, at: null };
  return {
    session: null,
    effects: [say('conversation.flow-gone'), { kind: 'finish', outcome: 'expired', session, answers: session.answers }],
  };
}
