import type { Press } from '../coaching/post.ts';
import type { Message } from './messages.ts';
import { MANAGER, OPERATOR, type Lived } from './week-live.ts';

const DAY = '2026-11-30';

/** What both sides of the example company answer: the options by their ids, which are read in any language. */
const ANSWERS = {
  [OPERATOR]: {
    reader: 'customers',
    job: 'service',
    promo: '20',
    number_1: 'inquiries',
    number_2: 'finish_rate',
    number_3: 'share_rate',
    hours: '12',
    alone: 'topic, title, replies',
    look: 'weekly',
  },
  [MANAGER]: {
    reader: 'customers',
    job: 'inquiries',
    promo: '40',
    number_1: 'followers',
    number_2: 'inquiries',
    number_3: 'reads',
    hours: '10',
    alone: 'title, replies',
    look: 'weekly',
  },
} as const;

/** Operator and manager answer apart, compare, and settle something: a message of each kind. */
export async function alignmentMessages(lived: Lived): Promise<Message[]> {
  const [account] = await lived.stores.accounts.of(OPERATOR);
  const at = lived.at(DAY, '15:00');
  const messages: Message[] = [];
  const last = (name: string, who: string): void => {
    const said = lived.said.findLast(({ to }) => to === who);
    if (said) messages.push({ name, to: who === MANAGER ? 'manager' : 'operator', parts: said.parts });
  };
  const press = async (who: string, name: Press['name'], subject?: string): Promise<void> => {
    const shown = lived.shown(who, name);
    await lived.press(who, { name, subject: subject ?? shown?.subject ?? '' }, at);
  };
  await press(OPERATOR, 'align', account?.id ?? '');
  last('align', OPERATOR);
  await lived.answer(OPERATOR, ANSWERS[OPERATOR], at);
  last('align-answered', OPERATOR);
  await press(OPERATOR, 'align-ask');
  last('align-invited', MANAGER);
  await press(MANAGER, 'align');
  last('manager-align', MANAGER);
  await lived.answer(MANAGER, ANSWERS[MANAGER], at);
  last('align-other-answered', OPERATOR);
  await press(OPERATOR, 'align-share');
  await press(MANAGER, 'align-share');
  last('align-compared', OPERATOR);
  last('align-compared-manager', MANAGER);
  await press(MANAGER, 'align-propose');
  last('manager-align-propose', MANAGER);
  await lived.answer(MANAGER, { ...ANSWERS[MANAGER], owner: 'both' }, at);
  last('align-proposed', OPERATOR);
  await press(OPERATOR, 'align-agree');
  last('align-agreed', OPERATOR);
  return messages;
}
