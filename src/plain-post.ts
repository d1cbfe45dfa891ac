import type { Locale } from './coaching/member.ts';
import type { Translate } from './coaching/ports.ts';
import type { Part } from './coaching/post.ts';
import { literal, type Text } from './flow/text.ts';
import type { Effect, Question } from './flow/turn.ts';

/** A post as plain lines: for the terminal, and for conversations kept as text. */
export function plainLines(translate: Translate, locale: Locale, parts: readonly Part[]): string[] {
  const say = (text: Text): string[] => translate(locale, text).split('\n');
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'effects':
        return part.effects.flatMap((effect) => effectLines(say, effect));
      case 'text':
        return say(part.text);
      case 'presses':
        return part.presses.flatMap((press) => say(press.text).map((line) => `[${line}]`));
      case 'card':
        return [
          ...say({ key: 'talk.card', values: { date: part.card.date } }),
          ...part.card.lines.flatMap(({ label, value, onlyYou }) => {
            const [first = '', ...more] = say(value);
            return [`  ${say(label).join(' ')}: ${first}${onlyYou ? ' 🔒' : ''}`, ...more.map((line) => `  ${line}`)];
          }),
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
    ...(question.given === undefined ? [] : say({ key: 'talk.given', values: { given: givenText(question) } })),
    ...(question.optional ? say({ key: 'talk.optional' }) : []),
  ];
}

const numbered = (say: Say, texts: readonly Text[]): string[] =>
  texts.map((text, i) => `  ${i + 1}. ${say(text).join(' ')}`);

function givenText({ given, options }: Question): Text | readonly Text[] {
  const labelOf = (id: string): Text => options.find((option) => option.id === id)?.text ?? literal(id);
  if (typeof given === 'string') return labelOf(given);
  if (Array.isArray(given)) return given.map(labelOf);
  if (typeof given === 'object') return literal('member' in given ? given.member : given.name);
  return literal(String(given ?? ''));
}
