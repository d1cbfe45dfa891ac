import { distance } from 'fastest-levenshtein';

import type { Text } from '../flow/text.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';

/** What may follow `/bearings`, as a person would type it. */
const WORDS =
  'help today week numbers away back pause time level why settings account privacy export forget-me setup workspace questions audit';
const WORDS_ZH =
  '帮助 今天 本周 数据 请假 回来 暂停 时间 阶段 为什么 设置 账号 隐私 导出 删除我的数据 开通 工作区 问题 审计';
const CLOSE_ENOUGH = 2;

/** What somebody is here, as far as it decides what they can ask for. */
export type Here = { readonly isOperator: boolean; readonly isManager: boolean; readonly isAdmin: boolean };

export const hereAs = ({ account, welcomedOn, manages }: Member, isAdmin: boolean): Here => ({
  isOperator: account !== null && welcomedOn !== null,
  isManager: manages.length > 0,
  isAdmin,
});

/** What one can ask for: what fits who they are, and nothing that would only refuse them. */
export function helpParts({ isOperator, isManager, isAdmin }: Here): Part[] {
  const keys = [
    ...(isOperator ? ['help.operator'] : []),
    ...(isManager ? ['help.manager'] : []),
    ...(isAdmin ? ['help.admin'] : []),
    ...(isOperator || isManager || isAdmin ? [] : ['help.newcomer']),
    'help.everybody',
    ...(isOperator ? ['help.conversation'] : []),
  ];
  return keys.map((key) => ({ kind: 'text', text: { key } }));
}

/** A word that is not among what one can ask for, with the closest one that is. */
export function unknownWord(word: string): Text {
  const typed = word.trim().toLowerCase().slice(0, 40);
  const near = [WORDS, WORDS_ZH]
    .flatMap((words) => words.split(' '))
    .map((known) => ({ known, far: distance(known, typed) }))
    .sort((a, b) => a.far - b.far)[0];
  const isNear = near !== undefined && near.far <= Math.min(CLOSE_ENOUGH, near.known.length - 1);
  return isNear
    ? { key: 'coach.unknown-word-near', values: { word: typed, near: near.known } }
    : { key: 'coach.unknown-word', values: { word: typed } };
}
