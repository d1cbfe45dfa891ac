import { localDate } from '../calendar/local-date.ts';
import { said } from './manager-tell.ts';
import { levelText } from './maturity-words.ts';
import { oldButton, type PressRule } from './press-account.ts';
import { isAnsweredFor } from './week-facts.ts';

/** Whether the manager sees the level, once a month: the operator alone says so, and may take it back. */
export const pressMaturity: PressRule = (_coaching, member, { name, account }, { at }) => {
  const { maturity } = member;
  if (account === null || account.id !== member.account || maturity === null || !isAnsweredFor(account)) {
    return oldButton(member);
  }
  const on = localDate(at, member.zone);
  if (name === 'hide-level') {
    return {
      ...said({ ...member, maturity: { ...maturity, isShared: false } }, 'maturity.hidden'),
      then: [{ kind: 'change', account: account.id, change: { kind: 'level', level: null, on } }],
    };
  }
  if (maturity.level === null) return oldButton(member);
  return {
    ...said({ ...member, maturity: { ...maturity, isShared: true } }, 'maturity.shared', {
      level: levelText(maturity.level),
    }),
    then: [{ kind: 'change', account: account.id, change: { kind: 'level', level: maturity.level, on } }],
  };
};
