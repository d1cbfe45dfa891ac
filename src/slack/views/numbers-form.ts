import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';

import { metricOf, type MetricId } from '../../coaching/metric.ts';
import type { Choice, NumbersForm } from '../../coaching/numbers-form.ts';
import type { JsonValue } from '../../flow/session.ts';
import type { Text } from '../../flow/text.ts';
import { fit } from '../fit.ts';
import { ACTION, NUMBERS_CALLBACK, toFieldId, toPrivateMetadata } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { fitId, plain, section } from './block.ts';
import type { Say } from './say.ts';

type Form = Extract<NumbersForm, { kind: 'form' }>;

/** The form for numbers: of a piece at an age, or of the account; field by field, or as a table. */
export function numbersView(form: Form, say: Say, problems: readonly Text[] = []): ModalView {
  const { account, accounts, subject, age, fields, typed } = form;
  return {
    type: 'modal',
    callback_id: NUMBERS_CALLBACK,
    private_metadata: toPrivateMetadata(account),
    title: plain(say.words({ key: 'numbers.form.title' }), LIMITS.viewTitle),
    submit: plain(say.words({ key: 'numbers.form.submit' }), LIMITS.viewButton),
    close: plain(say.words({ key: 'numbers.form.close' }), LIMITS.viewButton),
    blocks: [
      ...problems.flatMap((problem) => section(say.words(problem))),
      ...section(say.words({ key: 'numbers.form.intro' })),
      ...(accounts.length > 1 ? [menu({ address: 'account', chosen: account, of: accounts }, 'account', say)] : []),
      menu(subject, 'subject', say),
      ...(age ? [menu(age, 'age', say)] : []),
      ...fields.map((metric) => numberField(metric, typed[metric], say)),
      tableField(typed['table'], say),
      sureField(typed['sure'], say),
    ],
  };
}

type Menu = { readonly address: string; readonly chosen: string; readonly of: readonly Choice[] };

function menu({ address, chosen, of }: Menu, name: 'account' | 'subject' | 'age', say: Say): InputBlock {
  const options = of
    .filter(({ id }) => id.length <= LIMITS.optionValue)
    .slice(0, LIMITS.menuOptions)
    .map((choice): PlainTextOption => toOption(choice, say));
  const initial = options.find(({ value }) => value === chosen) ?? options[0];
  return {
    ...field(address, { key: `numbers.form.${name}` }, say),
    // A piece and the account have other numbers; a day after coming out has the same.
    dispatch_action: name !== 'age',
    optional: false,
    element: {
      type: 'static_select',
      action_id: ACTION.numbersField,
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}

const toOption = ({ id, text }: Choice, say: Say): PlainTextOption => ({
  text: plain(say.words(text), LIMITS.optionText),
  value: id,
});

const field = (address: string, label: Text, say: Say) =>
  ({
    type: 'input',
    block_id: fitId(toFieldId('field', address)),
    label: plain(say.words(label), LIMITS.inputLabel),
    optional: true,
  }) as const;

const hint = (text: Text, say: Say) => ({ hint: plain(say.words(text), LIMITS.inputHint) });

const numberField = (metric: MetricId, value: JsonValue | undefined, say: Say): InputBlock => ({
  ...field(
    metric,
    { key: 'numbers.form.field', values: { metric: { key: `metric.${metric}` }, unit: metricOf(metric).unit } },
    say,
  ),
  ...hint({ key: `metric-hint.${metric}` }, say),
  element: { type: 'plain_text_input', action_id: ACTION.numbersField, ...initialText(value) },
});

const tableField = (value: JsonValue | undefined, say: Say): InputBlock => ({
  ...field('table', { key: 'numbers.form.table' }, say),
  ...hint({ key: 'numbers.form.table-hint' }, say),
  element: { type: 'plain_text_input', action_id: ACTION.numbersField, multiline: true, ...initialText(value) },
});

function initialText(value: JsonValue | undefined) {
  const typed = typeof value === 'string' ? fit(value, LIMITS.inputValue) : '';
  return typed === '' ? {} : { initial_value: typed };
}

function sureField(value: JsonValue | undefined, say: Say): KnownBlock {
  const option = toOption({ id: 'yes', text: { key: 'numbers.form.sure' } }, say);
  const isTicked = Array.isArray(value) && value.includes('yes');
  return {
    ...field('sure', { key: 'numbers.form.sure-label' }, say),
    element: {
      type: 'checkboxes',
      action_id: ACTION.numbersField,
      options: [option],
      ...(isTicked && { initial_options: [option] }),
    },
  };
}
