import { personText } from '../flow/step-text.ts';
import type { Said } from './manager-tell.ts';
import { brief } from './manager-words.ts';

export const thanksSaid = (manager: string, words: string): Said => ({
  text: { key: 'manager.news.thank', values: { manager: personText(manager), words } },
  short: { key: 'manager.short.thank', values: { words: brief(words) } },
});
