import { expect, it } from 'vitest';

import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';

it('asks nothing of a person who only looks after an account, and shows them which', async () => {
  const stage = await createStage();
  const account = {
    v: 1,
    id: 'T1:a',
    name: 'Fewer Breakdowns',
    platforms: [],
    operators: ['T1:U2'],
    manager: ME,
  } as const;
  const written = { ...account, platforms: [...account.platforms], operators: [...account.operators] };
  await stage.accounts.update(account.id, () => [written, null]);
  const { home } = await stage.coach.home(ME, stage.later(0));
  expect(home.managed.map(({ name }) => name)).toEqual(['Fewer Breakdowns']);
  expect(home.today).toMatchObject({ status: { key: 'home.today-manager' }, presses: [] });
  expect(home.suggestions).toEqual([]);
});

it('offers a newcomer the one thing to do', async () => {
  const stage = await createStage();
  const { home } = await stage.coach.home(ME, stage.later(0));
  expect(home.today.presses.map(({ subject }) => subject)).toEqual(['onboarding-operator']);
});
