import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import { textIn } from './answers-of.ts';
import type { End, EndRule, Outcome } from './manager-end.ts';
import { thanksSaid } from './manager-thanks-said.ts';
import { answeredWeek, isTopic } from './manager-topics.ts';
import { brief } from './manager-words.ts';
import type { Member } from './member.ts';

const kept = (member: Member, key: string): Outcome => ({ kind: 'kept', member, text: { key } });

const about = ({ about: { name }, member }: End): { readonly account: string; readonly manager: Text } => ({
  account: name,
  manager: personText(member.id),
});

export const replyEnd: EndRule = (end) => {
  const { member, answers } = end;
  const words = textIn(answers, 'words');
  if (words === null) return kept(member, 'manager.nothing-sent');
  return {
    kind: 'passed-on',
    member,
    confirm: { key: 'manager.passed-on' },
    said: {
      text: { key: 'manager.news.reply', values: { ...about(end), words } },
      short: { key: 'manager.short.reply', values: { words: brief(words) } },
    },
    event: 'replied',
    changes: [],
  };
};

export const focusEnd: EndRule = (end) => {
  const { member, answers, today } = end;
  const focus = textIn(answers, 'focus');
  if (focus === null) return kept(member, 'manager.nothing-sent');
  return {
    kind: 'passed-on',
    member,
    confirm: { key: 'manager.focus-set', values: { focus } },
    said: {
      text: { key: 'manager.news.focus', values: { ...about(end), focus } },
      short: { key: 'manager.short.focus', values: { focus } },
    },
    event: 'set_focus',
    changes: [{ kind: 'focus', focus: { text: focus, by: 'manager', on: today } }],
  };
};

export const thankEnd: EndRule = ({ member, answers }) => {
  const words = textIn(answers, 'words');
  if (words === null) return kept(member, 'manager.nothing-sent');
  return {
    kind: 'passed-on',
    member,
    confirm: { key: 'manager.thanked', values: { words } },
    said: thanksSaid(member.id, words),
    event: 'thanked',
    changes: [],
  };
};

/** The question of the week, answered or passed over: either way somebody is there. */
export const weekEnd: EndRule = (end) => {
  const member = answeredWeek(end.member);
  const words = textIn(end.answers, 'answer');
  const topic = end.about.fact('topic');
  if (words === null || !isTopic(topic)) return kept(member, 'manager.week-skipped');
  const asked: Text = { key: `manager.topic.${topic}` };
  return {
    kind: 'passed-on',
    member,
    confirm: { key: 'manager.week-answered' },
    said: {
      text: { key: 'manager.news.week', values: { ...about(end), topic: asked, words } },
      short: { key: 'manager.short.week', values: { topic: asked, words: brief(words) } },
    },
    event: 'answered_question',
    changes: [],
  };
};
