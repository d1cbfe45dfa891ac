import { dayInWords } from './calendar/day-in-words.ts';
import type { Locale } from './coaching/member.ts';
import type { Translate } from './coaching/ports.ts';
import type { Part } from './coaching/post.ts';
import { literal, type Text } from './flow/text.ts';
import type { Effect, Question } from './flow/turn.ts';

/** A post as plain lines: for the terminal, and for conversations kept as text. */
export function plainLines(translate: Translate, locale: Locale, parts: readonly Part[]): string[] {
  const say: Say = (text) => translate(locale, text).replaceAll(MENTION, '@$1').split('\n');
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'effects':
        return part.effects.flatMap((effect) => effectLines(say, effect));
      case 'text':
        return say(part.text);
      case 'presses':
        return part.presses.flatMap((press) => say(press.text).map((line) => `[${line}]`));
      case 'block':
        return [
          ...(part.heading === null ? [] : say({ key: 'slack.heading', values: { heading: part.heading } })),
          ...part.lines.flatMap(say),
          ...part.small.flatMap(say).map(indented),
          ...part.presses.flatMap((press) => say(press.text).map((line) => `[${line}]`)),
        ];
      case 'chart':
        return say({ key: 'talk.chart', values: { alt: part.chart.alt } });
      case 'file':
        return say({ key: 'talk.file', values: { title: part.file.title, name: part.file.name } });
      case 'card':
        return [
          ...say({ key: 'talk.card', values: { day: dayInWords(locale, part.card.date) } }),
          ...part.card.lines.flatMap(({ label, value, onlyYou }) =>
            say({ key: 'talk.card-line', values: { label, value, onlyYou: onlyYou ? 'yes' : 'no' } }).map(indented),
          ),
        ];
      case 'suggestions':
        return part.suggestions.flatMap(({ title, why, minutes, signal }) => [
          ...say({ key: 'talk.suggestion', values: { title, minutes } }),
          ...say(why).map((line) => `   ${line}`),
          ...say(signal).map((line) => `   → ${line}`),
        ]);
    }
  });
}

type Say = (text: Text) => string[];

const indented = (line: string): string => `  ${line}`;

/** A person, as Slack writes one. */
const MENTION = /<@([^<>]+)>/g;

function effectLines(say: Say, effect: Effect): string[] {
  switch (effect.kind) {
    case 'say':
      return say(effect.text);
    case 'taken':
    case 'finish':
      return [];
    case 'ask':
      return questionLines(say, effect.question);
  }
}

function questionLines(say: Say, question: Question): string[] {
  const { followUp, options } = question;
  if (followUp) {
    return [
      ...say(followUp.why),
      ...say(followUp.ask),
      ...(followUp.example ? say(followUp.example) : []),
      ...numbered(
        say,
        followUp.offers.map(({ text }) => text),
      ),
      ...say({ key: 'talk.keep' }),
    ];
  }
  return [
    ...say(question.text),
    ...numbered(
      say,
      options.map(({ text }) => text),
    ),
    ...(question.given === undefined
      ? say({ key: 'talk.optional' }).filter(() => question.optional)
      : [
          ...say({ key: 'talk.given', values: { given: givenText(question) } }),
          ...say({ key: 'talk.keep' }).filter(() => question.commands?.includes('keep')),
        ]),
  ];
}

const numbered = (say: Say, texts: readonly Text[]): string[] =>
  texts.map((text, i) => `  ${i + 1}. ${say(text).join(' ')}`);

const personText = (member: string): Text => ({ key: 'person', values: { id: member.split(':').at(-1) ?? '' } });

function givenText({ given, options }: Question): Text | readonly Text[] {
  const labelOf = (id: string): Text => options.find((option) => option.id === id)?.text ?? literal(id);
  if (typeof given === 'string') return labelOf(given);
  if (Array.isArray(given)) return given.map(labelOf);
  if (typeof given === 'object') return 'name' in given ? literal(given.name) : personText(given.member);
  return literal(String(given ?? ''));
}
