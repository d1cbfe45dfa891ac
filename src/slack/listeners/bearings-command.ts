import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';

import type { Aside, Coach, Cause } from '../../coaching/coach.ts';
import type { PanelName } from '../../coaching/panel-name.ts';
import type { Rhythm } from '../../coaching/rhythm-aside.ts';
import { answerAside } from '../answer-aside.ts';
import { toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';
import { openNumbers } from './open-numbers.ts';
import { openPanel } from './open-panel.ts';

/** `/bearings <word>`, in either language. */
export const onBearings =
  (deps: Deps) =>
  async (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { coach, translate, now } = deps;
    const { command, ack, respond } = args;
    const word = command.text.trim().toLowerCase();
    if (NUMBERS.has(word)) return openNumbers(deps, args);
    const panel = PANELS[word];
    if (panel) return openPanel(deps, args, panel);
    const member = toMember(command.team_id, command.user_id);
    const aside = asideFor(coach, member, command.text.trim(), { id: command.trigger_id, at: now() });
    await answerAside(aside, { ack, respond, translate });
  };

/** The words that open the form for numbers. */
const NUMBERS: ReadonlySet<string> = new Set(['numbers', 'number', '数据', '数字', '录数据', '填数据']);

/** The words that open a panel. */
const PANELS: Readonly<Record<string, PanelName>> = {
  settings: 'settings',
  设置: 'settings',
  account: 'account',
  账号: 'account',
  setup: 'setup',
  'set up': 'setup',
  开通: 'setup',
  workspace: 'workspace',
  工作区: 'workspace',
  questions: 'questions',
  问题: 'questions',
  import: 'import',
  导入: 'import',
};

/** The words that ask something of the rhythm, as people of either language type them. */
const RHYTHM: Readonly<Record<string, Rhythm>> = {
  away: 'away',
  请假: 'away',
  外出: 'away',
  back: 'back',
  回来: 'back',
  回来了: 'back',
  pause: 'pause',
  暂停: 'pause',
  time: 'time',
  时间: 'time',
};

function asideFor(coach: Coach, member: string, word: string, cause: Cause): Promise<Aside> {
  // In Chinese nothing stands between the word and what follows: 请假3天, 请假到周五.
  const [, verb = '', words = ''] = /^(请假|外出|时间|[^\s]+)\s*(.*)$/su.exec(word.toLowerCase()) ?? [];
  const rhythm = RHYTHM[verb];
  if (rhythm) return coach.rhythm(member, { rhythm, words }, cause);
  switch (word.toLowerCase()) {
    case 'week':
    case '本周':
    case '这周':
      return coach.week(member, cause);
    case 'level':
    case '阶段':
    case '成熟度':
      return coach.level(member, cause.at);
    case 'why':
    case '为什么':
      return coach.why(member, cause.at);
    case 'privacy':
    case '隐私':
      return coach.privacy(member, cause.at);
    case 'export':
    case '导出':
      return coach.export(member, 'mine', cause);
    case 'export company':
    case '导出 公司':
    case '导出公司':
      return coach.export(member, 'company', cause);
    case 'audit':
    case '审计':
      return coach.audit(member, cause);
    case 'forget-me':
    case 'forget me':
    case '删除我的数据':
      return coach.askToForget(member);
    case 'today':
    case '今天':
      return coach.today(member, cause);
    case '':
    case 'help':
    case '帮助':
      return coach.help(member);
    default:
      return coach.help(member, word);
  }
}
