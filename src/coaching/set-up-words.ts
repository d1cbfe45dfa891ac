import { personText } from '../flow/step-text.ts';
import { literal, type Text } from '../flow/text.ts';
import type { SetUp } from './set-up.ts';

/** What an admin is told once an account is set up: who was written to, and what comes next. */
export const setUpText = ({ name, operators, manager }: SetUp): Text => ({
  key: 'setup.done',
  values: {
    account: name,
    count: operators.length,
    operators: operators.length === 0 ? literal('–') : operators.map(personText),
    manager: manager === null ? literal('–') : personText(manager),
    answers: manager === null ? 'nobody' : operators.includes(manager) ? 'self' : 'other',
  },
});
