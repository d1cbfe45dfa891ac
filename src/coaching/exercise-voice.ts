import { literal, type Text } from '../flow/text.ts';
import { choicesIn, numberIn, textIn } from './answers-of.ts';
import type { Exercise, Outcome, Sheet } from './exercise.ts';
import type { KeptAnswers, Version } from './position.ts';
import { neededLine, saidIn, saidLine } from './said-in.ts';

const SLIDERS = ['formal', 'serious', 'respectful', 'plain'] as const;
const MIDDLE = 3;
const BANNED_ENOUGH = 3;
const BANNED_MOST = 12;
const SPEAKER_MOST = 40;

/** E7: who speaks, and how: a card to hold titles and first paragraphs against. */
export const voice: Exercise = {
  element: 'voice',
  flow: 'positioning-voice',
  minutes: 6,
  facts: () => ({}),
  outcome,
  sheet,
  brief: () => ({}),
  shared: () => [],
};

/** One a line, or between commas; the fillers that were ticked after them. */
function bannedIn(answers: KeptAnswers): Text[] {
  const typed = (textIn(answers, 'banned') ?? '').split(/[\n,，、;；]+/u).map((word) => word.trim());
  const own = [...new Set(typed)].filter((word) => word !== '').map(literal);
  const ticked = choicesIn(answers, 'fillers').map((id) => ({ key: `position.filler.${id}` }));
  return [...own, ...ticked].slice(0, BANNED_MOST);
}

function outcome(answers: KeptAnswers): Outcome {
  const isFlat = SLIDERS.every((slider) => numberIn(answers, slider) === MIDDLE);
  const moved = textIn(answers, 'move');
  const redLines = answers['red_lines'];
  const flags = [
    ...(isFlat && (moved === null || moved === 'none') ? ['flat'] : []),
    ...(textIn(answers, 'before') === textIn(answers, 'after') ? ['same_sentence'] : []),
    ...(bannedIn(answers).length < BANNED_ENOUGH ? ['few_banned'] : []),
    ...(!redLines?.value || redLines.flags?.includes('no-person') ? ['nobody_to_ask'] : []),
  ];
  return { grade: null, flags, evidence: null, topics: [], actions: [] };
}

function sheet({ answers }: Version): Sheet {
  const banned = bannedIn(answers);
  const [reader, we] = [textIn(answers, 'reader_as'), textIn(answers, 'we_as')];
  return {
    lines: [
      neededLine(answers, 'speaker', 'position.voice.speaker'),
      ...(reader === null ? [] : [{ key: 'position.voice.reader', values: { reader } }]),
      ...(we === null ? [] : [{ key: 'position.voice.we', values: { we } }]),
      { key: 'position.voice.sliders', values: { list: toneOf(answers) } },
      ...pairLines(answers),
      ...(banned.length > 0 ? [{ key: 'position.voice.banned', values: { list: banned } }] : []),
      ...saidLine(answers, 'red_lines', 'position.voice.red-lines'),
    ],
    small: [checklist(answers, reader)],
  };
}

/** The sentence as it was printed, and as it is said: nothing is to be learned from it alone, or from two alike. */
function pairLines(answers: KeptAnswers): Text[] {
  const [before, after] = [textIn(answers, 'before'), saidIn(answers, 'after')];
  if (after === null || after === before) return [];
  return [
    ...(before === null ? [] : [{ key: 'position.voice.dont', values: { text: before } }]),
    { key: 'position.voice.do', values: { text: after } },
  ];
}

/** To which side each slider leans; what stays in the middle says nothing. */
function toneOf(answers: KeptAnswers): Text[] {
  const sides = SLIDERS.flatMap((slider) => {
    const value = numberIn(answers, slider) ?? MIDDLE;
    if (value === MIDDLE) return [];
    return [{ key: `position.voice.${slider}`, values: { side: value < MIDDLE ? 'low' : 'high' } }];
  });
  const moved = textIn(answers, 'move');
  if (sides.length > 0) return sides;
  return moved === null || moved === 'none'
    ? [{ key: 'position.voice.even' }]
    : [{ key: `positioning-voice.move.option.${moved}` }];
}

/** For a title and a first paragraph: five things to look at, one under the other. */
function checklist(answers: KeptAnswers, reader: string | null): Text {
  const speaker = (textIn(answers, 'speaker') ?? '').split(/[:：,，;；。.“"「]/u)[0]?.trim() ?? '';
  const isShort = speaker !== '' && Array.from(speaker).length <= SPEAKER_MOST && answers['speaker']?.grade !== 'vague';
  const title: Text = isShort
    ? { key: 'position.voice.check-speaker', values: { speaker } }
    : { key: 'position.voice.check-nobody' };
  const first: Text =
    reader === null ? { key: 'position.voice.check-gets' } : { key: 'position.voice.check-reader', values: { reader } };
  return { key: 'position.voice.check', values: { title, first } };
}
