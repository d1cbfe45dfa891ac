import { distance } from 'fastest-levenshtein';

import { type Element, ELEMENTS } from './position.ts';

/** What is asked of `/positioning`, by the words behind it. */
export type PositionAsked =
  | { readonly kind: 'list' | 'show' | 'export' | 'align' | 'help' }
  | { readonly kind: 'history'; readonly element: Element | null }
  | { readonly kind: 'exercise'; readonly element: Element }
  | { readonly kind: 'unknown'; readonly word: string; readonly near: string | null };

/** As people of either language type them. */
const VERBS = {
  show: ['show', 'canvas', '看', '画布', '看画布', '查看'],
  export: ['export', '导出'],
  history: ['history', 'versions', '版本', '历史', '历次版本'],
  align: ['align', 'alignment', '对齐', '双方对齐'],
  help: ['help', '帮助'],
} as const;

const NAMES = {
  purpose: ['purpose', 'mission', 'e2', '使命', '账号使命', '用途'],
  audience: ['audience', 'reader', 'readers', 'first reader', 'e1', '读者', '第一读者', '目标读者', '受众'],
  difference: ['difference', 'different', 'e4', '差异', '差异化', '不同'],
  pillars: ['pillars', 'mix', 'pillars and mix', 'content', 'e3', '栏目', '内容支柱', '配比', '栏目与配比', '内容'],
  goals: ['goals', 'goal', 'metrics', 'e5', '目标', '指标', '目标与指标'],
  voice: ['voice', 'tone', 'e7', '语气', '口吻', '语调'],
  team: ['team', 'resources', 'team and resources', 'e6', '团队', '资源', '团队与资源', '人手'],
} as const satisfies Record<Element, readonly string[]>;

const CLOSE_ENOUGH = 2;

/** Reads what was typed behind the command, in either language; of an unknown word the closest known one is named. */
export function positionAskedIn(text: string): PositionAsked {
  const typed = text.trim().toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').slice(0, 60);
  if (typed === '') return { kind: 'list' };
  const element = elementNamed(typed);
  if (element) return { kind: 'exercise', element };
  const verb = verbNamed(typed);
  if (verb === 'history') return { kind: 'history', element: null };
  if (verb) return { kind: verb };
  const [, of] = /^(?:history|versions|版本|历史)\s*(.+)$/u.exec(typed) ?? [];
  const ofElement = of === undefined ? undefined : elementNamed(of);
  if (ofElement) return { kind: 'history', element: ofElement };
  return { kind: 'unknown', word: text.trim().slice(0, 60), near: nearestTo(typed) };
}

const elementNamed = (typed: string): Element | undefined =>
  ELEMENTS.find((element) => NAMES[element].some((name) => name === typed));

const WORDS = ['show', 'export', 'history', 'align', 'help'] as const;
const verbNamed = (typed: string) => WORDS.find((verb) => VERBS[verb].some((word) => word === typed));

function nearestTo(typed: string): string | null {
  const [nearest] = [...Object.values(NAMES), ...Object.values(VERBS)]
    .flat()
    .map((word) => ({ word, far: distance(word, typed) }))
    .sort((a, b) => a.far - b.far);
  if (!nearest) return null;
  // Half of a word may be wrong, but of a longer one no more than two letters.
  return nearest.far <= Math.min(CLOSE_ENOUGH, Math.floor(nearest.word.length / 2)) ? nearest.word : null;
}
