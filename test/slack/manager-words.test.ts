import { expect, it } from 'vitest';

import { partsMessage } from '../../src/slack/views/post.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { ask, createManaged, MONDAY_EVENING } from '../support/managing.ts';
import { coaching, MANAGER, OPERATOR } from '../support/weeks.ts';

const HOSTILE = '<!channel> <@U9> <https://example.com|here> & *x*';

it('what a manager writes calls nobody: not at once, and not in the next check-in', async () => {
  const stage = await createManaged({ account: { asks: [{ ...ask, text: HOSTILE, a: HOSTILE, b: HOSTILE }] } });
  await stage.press(MANAGER, 'reply');
  await stage.type(MANAGER, HOSTILE);
  await stage.press(MANAGER, 'ask-a', ask.id);
  await stage.checkIn(OPERATOR, MONDAY_EVENING);
  const say = createSay(coaching.translate, 'en');
  const shown = stage.heard.map(({ post }) => JSON.stringify(partsMessage(post.parts, say))).join('\n');
  expect(shown).toContain('&lt;!channel&gt;');
  expect(shown).not.toMatch(/<!|<https|<@U9/);
  expect(shown).toContain('<@U2>');
});

it.each(['en', 'zh-CN'] as const)('a question to a manager says who gets the answer: %s', async (locale) => {
  const stage = await createManaged({ locale });
  await stage.press(MANAGER, 'reply');
  const [post] = stage.heard.flatMap((one) => (one.member === MANAGER ? [one.post] : []));
  const shown = JSON.stringify(partsMessage(post?.parts ?? [], createSay(coaching.translate, locale)));
  expect(shown).toContain(locale === 'en' ? 'goes to those who run the account' : '会转给运营同学');
});
