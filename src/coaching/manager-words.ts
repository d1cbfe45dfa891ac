import type { Person } from '../flow/session.ts';
import { personText } from '../flow/step-text.ts';
import { literal, type Text } from '../flow/text.ts';
import type { Ask } from './account.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';
import { toSubject } from './subject.ts';

/** So much of a person's words is told again in one line of the next check-in. */
const BRIEF = 100;

/** What was decided, in a few words. */
export function answerText({ a, b }: Pick<Ask, 'a' | 'b'>, { choice, note, to }: NonNullable<Ask['answer']>): Text {
  switch (choice) {
    case 'a':
    case 'b':
      return { key: `manager.answer.${choice}`, values: { option: choice === 'a' ? a : b } };
    case 'talk':
      return { key: 'manager.answer.talk', values: { hasWhen: note === null ? 'no' : 'yes', when: note ?? '' } };
    case 'delegate':
      return { key: 'manager.answer.delegate', values: { to: to === null ? '' : personWords(to) } };
  }
}

export const personWords = (person: Person): Text =>
  'name' in person ? literal(person.name) : personText(person.member);

/** The beginning of what somebody said, in one line. */
export function brief(words: string): string {
  const line = Array.from(words.replaceAll(/\s+/g, ' ').trim());
  return line.length > BRIEF ? `${line.slice(0, BRIEF - 1).join('')}…` : line.join('');
}

/** A manager typed something to nobody in particular. What of several accounts it is about, they have to say. */
export function nothingOpenToManager({ manages }: Pick<Member, 'manages'>): Part[] {
  const [account, ...others] = manages;
  if (account === undefined || others.length > 0) return [{ kind: 'text', text: { key: 'manager.nothing-open-of' } }];
  const subject = toSubject(account);
  return [
    { kind: 'text', text: { key: 'manager.nothing-open' } },
    {
      kind: 'presses',
      presses: [
        { name: 'reply', subject, text: { key: 'manager.press.reply' } },
        { name: 'set-focus', subject, text: { key: 'digest.press.set-focus' } },
      ],
    },
  ];
}
