import type { z } from 'zod';

import { Flow } from '../../src/flow/flow.ts';
import type { Text } from '../../src/flow/text.ts';
import type { Effect, Turn, World } from '../../src/flow/turn.ts';

/** A flow as its file has it. */
export type Definition = z.input<typeof Flow>;

const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  'day.mood.option.good': ['Good', '不错'],
  'day.mood.option.bad': ['Hard', '很难'],
  'day.mood.label': ['Mood', '心情'],
  'day.plan.label': ['Plan', '计划'],
  'item.another.option.yes': ['Yes', '有'],
  'item.another.option.no': ['No', '没有了'],
  'item.title.label': ['Title', '标题'],
};

const wordings = (text: Text): readonly string[] => {
  const own = text.values?.['text'];
  return typeof own === 'string' ? [own] : (WORDINGS[text.key] ?? [text.key]);
};

/** A world whose only rule, `plan`, finds texts under ten characters vague. */
export const worldOf = (...definitions: readonly Definition[]): World => ({
  flows: new Map(definitions.map((definition) => [definition.id, Flow.parse(definition)])),
  review: (rule, answer) => ({
    grade: answer.length < 10 ? 'vague' : 'sharp',
    flags: answer.length < 10 ? ['too-little'] : [],
    why: { key: `review.${rule}.why` },
    ask: { key: `review.${rule}.ask` },
  }),
  wordings,
  commands: {
    back: ['back', '上一步'],
    skip: ['skip', '跳过'],
    stop: ['stop', '停止'],
    help: ['help', '帮助', '?'],
    explain: ['what is meant', '什么意思'],
    repeat: ['repeat', '再说一遍'],
    later: ['later', '下午再问'],
    keep: ['keep', '就这样'],
    change: ['change', '改', '修改'],
    light: ['light', '简版'],
  },
  unsure: ['whatever', '不知道', '.'],
});

/** An effect in one line, as the tests compare them. */
function lineOf(effect: Effect): string {
  switch (effect.kind) {
    case 'say':
      return `say ${effect.text.key}`;
    case 'ask':
      return `ask ${effect.question.address}${effect.question.followUp ? ' again' : ''}`;
    case 'taken':
      return `taken ${effect.taken.address}`;
    case 'finish':
      return `finish ${effect.outcome}`;
  }
}

export const linesOf = (turn: Turn): string[] => turn.effects.map(lineOf);
