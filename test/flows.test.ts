import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { ALIGNMENT } from '../src/coaching/flow-ids.ts';
import { readContent } from '../src/content.ts';
import { Flow } from '../src/flow/flow.ts';
import { lintFlows } from '../src/flow/lint.ts';

const root = new URL('../', import.meta.url);
const { flows, catalogs, redFlags } = await readContent(root);
const readFlow = async (id: string) =>
  Flow.parse(JSON.parse(await readFile(new URL(`flows/${id}.json`, root), 'utf8')));
const stepsOf = (id: string) => flows.get(id)?.steps ?? [];
const asked = (id: string) => stepsOf(id).flatMap((step) => (step.kind === 'ask' ? [step.id] : []));
const audienceOf = (id: string, step: string) => {
  const found = stepsOf(id).find((one) => one.id === step);
  return found?.kind === 'ask' ? found.audience : undefined;
};

describe('the flows', () => {
  it.each(['daily-check-in', 'content-item', 'onboarding-operator'])('%s is read and valid', async (id) => {
    expect((await readFlow(id)).id).toBe(id);
    expect(flows.has(id)).toBe(true);
  });

  it('have nothing that the linter would change', () => {
    expect(lintFlows(flows, catalogs, new Set(Object.keys(redFlags.rules)))).toEqual([]);
  });

  it('let a manager see what is published, figures and what is stuck, and nothing else of a check-in', () => {
    const seen = ['daily-check-in', 'content-item'].flatMap((id) =>
      stepsOf(id).flatMap((step) => (audienceOf(id, step.id) === 'manager' ? [step.id] : [])),
    );
    expect(seen).toEqual([
      'blocker',
      'blocker_owner',
      'blocker_category',
      'number',
      'title',
      'intent',
      'column',
      'pillar',
      'topic',
      'slot',
      'requested_by',
    ]);
  });

  it('tell a manager of every question that its answer goes to those who run the account', () => {
    const managers = [...flows.keys()].filter((id) => id.startsWith('manager-') && id !== ALIGNMENT.manager);
    expect(managers).toHaveLength(8);
    const audiences = managers.flatMap((id) => asked(id).map((step) => audienceOf(id, step)));
    expect(new Set(audiences)).toEqual(new Set(['both']));
  });

  it('ask operator and manager the same apart, and show neither to anybody before both have shared', () => {
    const [operator, manager] = [ALIGNMENT.operator, ALIGNMENT.manager].map(asked);
    expect(operator).toEqual(manager);
    for (const id of Object.values(ALIGNMENT)) {
      expect(new Set(asked(id).map((step) => audienceOf(id, step)))).toEqual(new Set(['apart']));
    }
  });

  it('keep the short form to what moved and what is stuck', () => {
    const short = stepsOf('daily-check-in').filter(
      (step) => step.kind === 'ask' && !step.when?.includes('!facts.light'),
    );
    const conditions = short.map((step) => [step.id, 'when' in step ? step.when : undefined]);
    expect(conditions).toEqual([
      ['moved', undefined],
      ['blocked', undefined],
      ['freed', "answers.blocked == 'freed'"],
      ['blocker', "answers.blocked == 'new'"],
      ['blocker_owner', "answers.blocked == 'new'"],
      ['blocker_share', "answers.blocked == 'new' && facts.has_manager"],
      ['light_tomorrow', 'answers.energy <= 2'],
    ]);
  });

  it('offer not sharing a blocker before sharing it', () => {
    const share = stepsOf('daily-check-in').find(({ id }) => id === 'blocker_share');
    expect(share?.kind === 'ask' && share.wait.kind === 'choice' && share.wait.options).toEqual(['no', 'yes']);
  });

  it('say nothing in words that mean attendance or reporting upwards', () => {
    const words = Object.entries(catalogs['zh-CN'] ?? {}).filter(([, text]) =>
      /打卡|签到|日报|小编|老板|请示|绩效/.test(text),
    );
    expect(words).toEqual([]);
  });
});
