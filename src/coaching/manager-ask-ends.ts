import type { Person } from '../flow/session.ts';
import { personText } from '../flow/step-text.ts';
import { dayText, type Text } from '../flow/text.ts';
import type { AccountChange } from './account-change.ts';
import { personIn, textIn } from './answers-of.ts';
import type { End, Outcome } from './manager-end.ts';
import type { Said } from './manager-tell.ts';
import { personWords } from './manager-words.ts';

/** Ten minutes to talk: on a day and at a time, or as the one who asked suggests. */
export function talkEnd({ coaching, member, answers, about, today }: End): Outcome {
  const day = textIn(answers, 'day');
  const time = textIn(answers, 'time');
  // A day that went by before the answer came is no day to meet on.
  const when: Text | null =
    day === null || day === 'propose' || day < today
      ? null
      : {
          key: 'manager.talk-when',
          values: { day: dayText(day), hasTime: time === null ? 'no' : 'yes', time: time ?? '' },
        };
  const values = { hasWhen: when === null ? 'no' : 'yes', when: when ?? '' };
  const question = about.fact('question');
  const note = when === null ? null : coaching.translate(member.locale, when);
  return {
    kind: 'passed-on',
    member,
    confirm: { key: 'manager.talk-passed', values },
    said: {
      text: { key: 'manager.news.talk', values: { ...values, manager: personText(member.id), question } },
      short: { key: 'manager.short.talk', values: { ...values, question } },
    },
    event: 'answered_ask',
    changes: [answerOf(about.fact('ask'), { choice: 'talk', note, to: null, on: today })],
  };
}

/** Somebody else decides. They are written to by nobody but those who know them: the one who asked hears the name. */
export function delegateEnd({ member, answers, about, today }: End): Outcome {
  const to = personIn(answers, 'to');
  if (to === null) return { kind: 'kept', member, text: { key: 'manager.nothing-sent' } };
  if (isMember(to, member.id)) return { kind: 'kept', member, text: { key: 'manager.delegate-self' } };
  const note = textIn(answers, 'note');
  const isAskers = about.operators.some((operator) => isMember(to, operator));
  return {
    kind: 'passed-on',
    member,
    confirm: isAskers
      ? { key: 'manager.delegated-to-asker' }
      : { key: 'manager.delegated', values: { to: personWords(to) } },
    said: delegatedSaid(isAskers ? null : to, { manager: member.id, question: about.fact('question'), note }),
    event: 'answered_ask',
    changes: [answerOf(about.fact('ask'), { choice: 'delegate', note, to, on: today })],
  };
}

const isMember = (person: Person, id: string): boolean => 'member' in person && person.member === id;

type About = { readonly manager: string; readonly question: string; readonly note: string | null };

/** `to` null: whoever reads it may decide. */
function delegatedSaid(to: Person | null, { manager, question, note }: About): Said {
  const values = { manager: personText(manager), question, hasNote: note === null ? 'no' : 'yes', note: note ?? '' };
  if (to === null) {
    return {
      text: { key: 'manager.news.yours', values },
      short: { key: 'manager.short.yours', values: { question } },
    };
  }
  // The check-in says it without naming a member: its facts are words, and a mention in them would be dead.
  const hasName = 'name' in to;
  return {
    text: { key: 'manager.news.delegate', values: { ...values, to: personWords(to) } },
    short: {
      key: 'manager.short.delegate',
      values: { question, hasName: hasName ? 'yes' : 'no', to: hasName ? to.name : '' },
    },
  };
}

type Answer = Extract<AccountChange, { kind: 'answer' }>['answer'];

const answerOf = (ask: string, answer: Answer): AccountChange => ({ kind: 'answer', ask, answer });
