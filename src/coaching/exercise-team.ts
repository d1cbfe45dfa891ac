import type { Text } from '../flow/text.ts';
import { choicesIn, numberIn, textIn } from './answers-of.ts';
import { askIn } from './ask-in.ts';
import { capacityOf, isTooMuch } from './capacity.ts';
import type { Exercise, Known, Outcome, Sheet } from './exercise.ts';
import type { KeptAnswers, Version } from './position.ts';
import { ROLES } from './roles.ts';
import { saidLine } from './said-in.ts';

type Role = (typeof ROLES)[number];
const HOLDERS = ['own', 'shared', 'outsourced'] as const;
const GAP = 3;
const TRAP = 80;
const DRAG = 15;
const APPROVERS_MOST = 2;
const DAYS_MOST = 2;

/** E6: what there is to work with, as it is, and one clear question to the manager. */
export const team: Exercise = {
  element: 'team',
  flow: 'positioning-team',
  minutes: 9,
  facts,
  outcome,
  sheet,
  brief: ({ answers }) => ({
    hours: numberIn(answers, 'hours'),
    solo: isSolo(answers),
    uncovered: uncoveredIn(answers),
    dropped: [...choicesIn(answers, 'drop')],
    departments: departmentsIn(answers).length,
  }),
  shared: ({ answers }) => {
    const hours = numberIn(answers, 'hours');
    const capacity = hours === null ? null : capacityOf(hours);
    return [{ kind: 'team', team: { uncovered: uncoveredIn(answers), hours, capacity } }];
  },
  asks: (answers) => (textIn(answers, 'ask_send') === 'yes' ? askIn(answers) : null),
};

function facts({ member: { position } }: Known) {
  return { per_week: position?.perWeek ?? -1, lead: position?.lead ?? '', jobs: position?.jobs ?? [] };
}

const holderOf = (answers: KeptAnswers, role: Role): (typeof HOLDERS)[number] | 'nobody' =>
  HOLDERS.find((holder) => choicesIn(answers, holder).includes(role)) ?? 'nobody';

const uncoveredIn = (answers: KeptAnswers): string[] => ROLES.filter((role) => holderOf(answers, role) === 'nobody');

const isSolo = (answers: KeptAnswers): boolean =>
  ROLES.every((role) => ['own', 'nobody'].includes(holderOf(answers, role)));

const departmentsIn = (answers: KeptAnswers): string[] =>
  choicesIn(answers, 'departments').filter((id) => id !== 'none');

function gapsIn(answers: KeptAnswers): string[] {
  const access = choicesIn(answers, 'access');
  const isSlow =
    (numberIn(answers, 'waiting') ?? 0) > DRAG ||
    (numberIn(answers, 'approvers') ?? 0) > APPROVERS_MOST ||
    (numberIn(answers, 'approval_days') ?? 0) > DAYS_MOST;
  return [
    ...(uncoveredIn(answers).length >= GAP ? ['role_gap'] : []),
    ...((numberIn(answers, 'writing') ?? 0) > TRAP ? ['production_trap'] : []),
    ...(isSlow ? ['approval_drag'] : []),
    ...(departmentsIn(answers).length === 0 ? ['no_material'] : []),
    ...(access.includes('data_pages') && access.includes('comments') ? [] : ['no_data']),
  ];
}

function outcome(answers: KeptAnswers, known: Readonly<Record<string, unknown>>): Outcome {
  const perWeek = known['per_week'];
  const isOver = typeof perWeek === 'number' && isTooMuch(perWeek, capacityOf(numberIn(answers, 'hours') ?? 0));
  const gaps = gapsIn(answers);
  return {
    grade: null,
    flags: [...gaps, ...(isOver ? ['over_plan'] : []), ...(isSolo(answers) ? ['solo'] : [])],
    evidence: null,
    topics: [],
    actions: [...(gaps.includes('approval_drag') ? ['A35'] : []), ...(gaps.includes('no_material') ? ['A33'] : [])],
  };
}

function sheet({ answers, flags }: Version): Sheet {
  const gaps = flags.filter((flag) => flag !== 'solo').map((id) => ({ key: `position.team.gap.${id}` }));
  return {
    lines: [
      ...rolesBy(answers),
      ...wellLine(answers),
      ...hoursLines(answers),
      ...moneyLines(answers),
      ...(gaps.length > 0 ? [{ key: 'position.team.gaps', values: { list: gaps } }] : []),
      ...saidLine(answers, 'extra', 'position.team.extra'),
    ],
    small: [],
  };
}

/** A line for each who holds a role, with what they hold. */
const rolesBy = (answers: KeptAnswers): Text[] =>
  [...HOLDERS, 'nobody' as const].flatMap((holder) => {
    const held = ROLES.filter((role) => holderOf(answers, role) === holder).map(roleText);
    return held.length === 0
      ? []
      : [{ key: 'position.team.covered', values: { by: { key: `position.team.by.${holder}` }, list: held } }];
  });

const roleText = (role: string): Text => ({ key: `position.work.${role}` });

function wellLine(answers: KeptAnswers): Text[] {
  const well = choicesIn(answers, 'well').map(roleText);
  const drop = choicesIn(answers, 'drop').map(roleText);
  const nothing: Text = { key: 'position.team.nothing' };
  return well.length === 0
    ? []
    : [{ key: 'position.team.well', values: { list: well, drop: drop.length > 0 ? drop : nothing } }];
}

function hoursLines(answers: KeptAnswers): Text[] {
  const hours = numberIn(answers, 'hours') ?? 0;
  const [writing = 0, waiting = 0, readers = 0] = ['writing', 'waiting', 'readers'].map(
    (address) => numberIn(answers, address) ?? 0,
  );
  return [
    hours > 0
      ? { key: 'position.team.hours', values: { hours, writing, waiting, readers } }
      : { key: 'position.team.no-hours' },
    { key: 'position.team.capacity', values: { count: capacityOf(hours) } },
  ];
}

function moneyLines(answers: KeptAnswers): Text[] {
  const budget = textIn(answers, 'budget') ?? 'none';
  const material = departmentsIn(answers).map((id) => ({ key: `positioning-team.departments.option.${id}` }));
  const people = numberIn(answers, 'approvers') ?? 0;
  return [
    { key: 'position.team.budget', values: { budget: { key: `positioning-team.budget.option.${budget}` } } },
    { key: 'position.team.approval', values: { people, days: numberIn(answers, 'approval_days') ?? 0 } },
    ...(material.length > 0 ? [{ key: 'position.team.material', values: { list: material } }] : []),
  ];
}
