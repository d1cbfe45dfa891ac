import { readChange } from './change.ts';
import { canLighten, obey } from './commands.ts';
import { clean, fold } from './fold.ts';
import { followUpOf, mayKeep } from './question.ts';
import { readAnswer, type Raw } from './read-answer.ts';
import { labelled, numbered, worded } from './read-choice.ts';
import { judge, take, takeAsItIs } from './take.ts';
import type { Talk } from './talk.ts';
import { ask, askAgain, goOn, say, waitingVisit } from './turn-end.ts';
import type { Command, Input, Turn } from './turn.ts';
import { walkToOpen, type Visit } from './walk.ts';

const MAX_COMMAND = 60;

/** A typed message: a word that is a command, a change of an earlier answer, or an answer. */
export function hearText(talk: Talk, input: Extract<Input, { kind: 'text' }>): Turn {
  const visit = waitingVisit(talk);
  const word = commandIn(talk, input.text, visit);
  // Where there is something to keep, "keep" is no option's id, though it may be what an option says.
  const options = word === 'keep' ? worded : labelled;
  const isOption = visit !== undefined && options(clean(input.text), visit.options, talk.world.wordings) !== undefined;
  const command = isOption ? undefined : word;
  if (command) return obey(talk, command);
  if (!isOption && isUnsure(talk, input.text, visit)) return obey(talk, 'skip');
  const wanted = isOption ? undefined : readChange(talk, input.text);
  if (wanted && (wanted.isBare || wanted.address !== undefined || !takesWords(visit))) {
    return obey(talk, 'change', wanted.address);
  }
  if (!visit) return goOn(talk);
  return answer(talk, visit, { value: input.text, ...(input.people && { people: input.people }) });
}

/** A button, a menu, a picker. It may stand in an old message: then it corrects that answer, if that still counts. */
export function hearValue(talk: Talk, input: Extract<Input, { kind: 'value' }>): Turn {
  const visit = walkToOpen(talk).visits.find(({ address }) => address === input.address);
  if (!visit) return askAgain(talk, [say('conversation.old-button')]);
  return answer(talk, visit, { value: input.value });
}

function answer(talk: Talk, visit: Visit, raw: Raw): Turn {
  const offer = offeredAnswer(talk, visit, raw);
  if (offer !== undefined) {
    const given = judge(talk, visit, offer);
    return takeAsItIs(talk, visit, { given });
  }
  const read = readAnswer(talk.world, visit, raw);
  return read.ok ? take(talk, visit, read.value) : ask(talk, visit, [{ kind: 'say', text: read.refusal.text }]);
}

/** The words of a ready answer that was picked (or typed) while a follow-up is open. */
function offeredAnswer(talk: Talk, visit: Visit, { value }: Raw): string | undefined {
  const offers = followUpOf(talk, visit)?.offers ?? [];
  if (typeof value !== 'string' || offers.length === 0) return undefined;
  const named = labelled(value, offers, talk.world.wordings) ?? numbered(value, offers);
  const picked = offers.find((offer) => offer.id === value || offer.id === named);
  const label = picked?.text.values?.['text'];
  return typeof label === 'string' ? label : undefined;
}

function commandIn(talk: Talk, text: string, visit: Visit | undefined): Command | undefined {
  if (text.length > MAX_COMMAND) return undefined;
  const typed = fold(text);
  const isWord = (command: Command): boolean => talk.world.commands[command].some((word) => fold(word) === typed);
  return COMMANDS.filter((command) => makesSense(talk, command, visit)).find(isWord);
}

const COMMANDS = [
  'back',
  'skip',
  'stop',
  'help',
  'explain',
  'repeat',
  'later',
  'keep',
  'light',
] as const satisfies readonly Command[];

// These are ordinary words where there is nothing to keep, to explain or to lighten.
function makesSense(talk: Talk, command: Command, visit: Visit | undefined): boolean {
  if (command === 'keep') return visit !== undefined && mayKeep(talk, visit);
  if (command === 'explain') return visit?.step.help === true;
  return command !== 'light' || canLighten(talk);
}

/** Nobody has to know what may be left out; where a review reads the answer, it has more to say to that. */
function isUnsure({ world }: Talk, text: string, visit: Visit | undefined): boolean {
  if (!visit?.step.optional || visit.step.review !== undefined || text.length > MAX_COMMAND) return false;
  return world.unsure.some((word) => fold(word) === fold(text));
}

const takesWords = (visit: Visit | undefined): boolean =>
  visit?.step.wait.kind === 'text' ||
  visit?.step.wait.kind === 'long-text' ||
  (visit?.step.wait.kind === 'person' && visit.step.wait.orText);
