import { describe, expect, it } from 'vitest';

import { nudgeParts } from '../../src/coaching/nudge-message.ts';
import { NEVER_SAID } from '../../src/coaching/nudge-state.ts';
import { partsMessage } from '../../src/slack/views/post.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { createTranslate } from '../../src/translate.ts';
import { violations } from '../support/block-limits.ts';
import { catalogs, nudges } from '../support/nudging.ts';

const translate = createTranslate(catalogs);

describe.each(['en', 'zh-CN'] as const)('each small reminder, %s', (locale) => {
  it('is a message that Slack takes, whatever is in its blanks', () => {
    for (const rule of nudges.rules) {
      for (const variant of rule.variants?.of ?? [null]) {
        const values = Object.fromEntries(Object.keys(rule.blanks).map((blank) => [blank, '<!channel> *'.repeat(12)]));
        const facts = { has_manager: true, blocker_shared: false, published_yesterday: true, questions: 0 };
        const state = { ...NEVER_SAID, wording: 1, variant, values };
        const ids = rule.to === 'manager' ? ['T1:account-of-U1', 'T1:U1', 'b-2026-11-16'] : ['b-2026-11-16'];
        const parts = nudgeParts({ rule, ids, facts, state }, { account: 'T1:account-of-U1', cards: [], lines: [] });
        const message = partsMessage(parts, createSay(translate, locale));
        expect(violations(message.blocks)).toEqual([]);
        expect(message.text).not.toContain('<!channel>');
      }
    }
  });
});
