import { localDate } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching, Moment } from './decision.ts';
import { planImport, type Plan, type Planned } from './import-plan.ts';
import { partsOf, readImport, type Row } from './import-table.ts';
import { newAccountId } from './panel-setup.ts';
import { choicesTyped, textTyped } from './panel-typed.ts';
import type { Field, Panel, PanelRule, Seen, Sent, Typed } from './panel.ts';
import type { SetUp } from './set-up.ts';

const PROBLEMS_SHOWN = 15;
const ACCOUNTS_SHOWN = 20;

/** A list of accounts and people, pasted: first what it would do, and only then, on a second press, doing it. */
export const IMPORT: PanelRule = {
  deed: 'set-up',
  isOfAccount: false,
  names: (typed) =>
    rowsIn(typed).flatMap(({ cells }) => [...partsOf(cells.operators), ...(cells.manager ? [cells.manager] : [])]),
  open: (_coaching, _seen, typed) => pastePanel(textTyped(typed, 'list') ?? ''),
  send(coaching, seen, typed, moment) {
    const list = textTyped(typed, 'list') ?? '';
    const table = readImport(list);
    if (table.kind === 'problem') return { kind: 'refused', errors: { list: [table.text] } };
    const plan = planImport(table.rows, aroundOf(coaching, seen));
    const isSure = choicesTyped(typed, 'sure').includes('yes');
    if (!isSure || plan.made.length === 0) return { kind: 'shown', panel: planPanel(plan, list) };
    return taken(seen, plan, moment);
  },
};

const rowsIn = (typed: Typed): readonly Row[] => {
  const table = readImport(textTyped(typed, 'list') ?? '');
  return table.kind === 'table' ? table.rows : [];
};

const aroundOf = ({ world, languages }: Coaching, { accounts, found, profiles }: Seen) => ({
  accounts,
  found,
  profiles,
  languages,
  named: (key: string) => world.wordings({ key }),
});

const listField = (list: string): Field => ({
  kind: 'long-text',
  address: 'list',
  label: { key: 'import.list' },
  hint: { key: 'import.list-hint' },
  placeholder: { key: 'import.list-placeholder' },
  optional: false,
  value: list,
});

const pastePanel = (list: string): Panel => ({
  title: { key: 'import.title' },
  words: [{ key: 'import.intro' }],
  fields: [listField(list)],
  presses: [],
  submit: { key: 'import.check' },
});

/** What the list would do; the list stays in it, to be put right. */
function planPanel({ made, unchanged, problems }: Plan, list: string): Panel {
  const shown = problems.slice(0, PROBLEMS_SHOWN);
  const more = problems.length - shown.length;
  const sure: Field = {
    kind: 'choices',
    address: 'sure',
    label: { key: 'import.sure' },
    hint: { key: problems.length > 0 ? 'import.sure-hint-problems' : 'import.sure-hint' },
    optional: true,
    options: [{ id: 'yes', text: { key: 'import.sure-yes', values: { count: made.length } } }],
    value: [],
  };
  return {
    title: { key: 'import.title' },
    words: [
      {
        key: 'import.would',
        values: {
          fresh: made.filter(({ known }) => known === null).length,
          changed: made.filter(({ known }) => known !== null).length,
          unchanged,
        },
      },
      ...made.slice(0, ACCOUNTS_SHOWN).map(lineOf),
      ...shown,
      ...(more > 0 ? [{ key: 'import.more-problems', values: { count: more } }] : []),
    ],
    fields: [...(made.length > 0 ? [sure] : []), listField(list)],
    presses: [],
    submit: { key: made.length > 0 ? 'import.do' : 'import.check' },
  };
}

const lineOf = ({ known, name, operators, manager }: Planned): Text => ({
  key: 'import.line',
  values: {
    account: name,
    isNew: known === null ? 'yes' : 'no',
    operators: operators.length,
    hasManager: manager === null ? 'no' : 'yes',
  },
});

function taken({ actor, at, member }: Seen, { made }: Plan, moment: Moment): Sent {
  const on = localDate(at, member.zone);
  const then = made.map((one, i): Consequence => ({
    kind: 'set-up',
    account: toSetUp(one, { by: actor.member, on, id: newAccountId(actor.member, moment, i + 1) }),
  }));
  const people = new Set(
    made.flatMap(({ operators, manager }) => [...operators, ...(manager === null ? [] : [manager])]),
  );
  const text: Text = { key: 'import.done', values: { accounts: made.length, people: people.size } };
  return {
    kind: 'taken',
    decide: (known) => ({ member: known, parts: [{ kind: 'text', text }], then }),
    next: text,
    audit: { did: 'people-imported', about: null },
  };
}

const before = (known: Account | null): SetUp['before'] => ({
  operators: known?.operators ?? [],
  manager: known?.manager ?? null,
});

const toSetUp = (
  { known, name, platforms, operators, manager, checkInAt, locale }: Planned,
  { by, on, id }: Pick<SetUp, 'by' | 'on' | 'id'>,
): SetUp => ({
  id: known?.id ?? id,
  name,
  platforms: [...platforms],
  operators: [...operators],
  manager,
  checkInAt,
  locale,
  by,
  on,
  before: before(known),
});
