import type { Text } from '../flow/text.ts';
import { may, teamOf } from './access.ts';
import type { Consequence } from './consequence.ts';
import { QUESTIONS_MOST, QUESTION_TEXT, questionProblem, type CustomQuestion } from './custom-question.ts';
import type { Moment } from './decision.ts';
import { choicesTyped, textTyped } from './panel-typed.ts';
import type { Field, Panel, PanelRule, Seen, Sent, Typed } from './panel.ts';

const KINDS = ['text', 'yes-no', 'number'] as const;
const AUDIENCES = ['both', 'operator'] as const;

/** Questions of one's own in the daily check-in: of an account, or, where the subject names none, of the workspace. */
export const QUESTIONS: PanelRule = {
  deed: 'account-questions',
  isOfAccount: false,
  open: (_coaching, seen) => (isAllowed(seen) ? panelOf(seen) : { key: 'panel.not-yours' }),
  send(_coaching, seen, typed, moment) {
    if (!isAllowed(seen)) return { kind: 'refused', errors: {} };
    const read = readQuestions(seen, typed, moment);
    return 'errors' in read ? { kind: 'refused', errors: read.errors } : taken(seen, read);
  },
};

const isAllowed = ({ actor, account }: Seen): boolean =>
  account ? may(actor, 'account-questions', account) : may(actor, 'workspace-settings', null);

const ownOf = ({ account, workspace }: Seen): readonly CustomQuestion[] => (account ?? workspace).questions;

/** How many more fit into the check-in of everybody who would be asked. */
function roomIn({ account, accounts, workspace }: Seen): number {
  const others = account ? [account] : accounts;
  const most = Math.max(0, ...others.map(({ questions }) => questions.length));
  return QUESTIONS_MOST - workspace.questions.length - most;
}

function panelOf(seen: Seen): Panel {
  const own = ownOf(seen);
  const room = roomIn(seen);
  return {
    title: { key: 'questions.title' },
    words: [
      {
        key: seen.account ? 'questions.intro-account' : 'questions.intro',
        values: { account: seen.account?.name ?? '' },
      },
      ...(room > 0 ? [] : [{ key: 'questions.full', values: { most: QUESTIONS_MOST } }]),
    ],
    fields: [...(own.length > 0 ? [removeField(own)] : []), ...(room > 0 || own.length > 0 ? newFields() : [])],
    presses: [],
    submit: { key: 'settings.submit' },
  };
}

const removeField = (own: readonly CustomQuestion[]): Field => ({
  kind: 'choices',
  address: 'remove',
  label: { key: 'questions.remove' },
  optional: true,
  options: own.map(({ id, text, kind, audience }) => ({
    id,
    text: { key: 'questions.own', values: { question: text } },
    about: { key: `questions.about-${audience}`, values: { kind: { key: `questions.kind-${kind}` } } },
  })),
  value: [],
});

const newFields = (): Field[] => [
  {
    kind: 'text',
    address: 'text',
    label: { key: 'questions.text' },
    hint: { key: 'questions.text-hint' },
    placeholder: { key: 'questions.text-placeholder' },
    optional: true,
    value: '',
  },
  {
    kind: 'choice',
    address: 'kind',
    label: { key: 'questions.kind' },
    optional: false,
    options: KINDS.map((id) => ({ id, text: { key: `questions.kind-${id}` } })),
    value: 'text',
  },
  {
    kind: 'choice',
    address: 'audience',
    label: { key: 'questions.audience' },
    hint: { key: 'questions.audience-hint' },
    optional: false,
    options: AUDIENCES.map((id) => ({ id, text: { key: `questions.audience-${id}` } })),
    value: 'both',
  },
];

type Read = { readonly questions: readonly CustomQuestion[]; readonly added: CustomQuestion | null };
type Problems = { readonly errors: Readonly<Record<string, readonly Text[]>> };

function readQuestions(seen: Seen, typed: Typed, { id }: Moment): Read | Problems {
  const gone = choicesTyped(typed, 'remove');
  const kept = ownOf(seen).filter((question) => !gone.includes(question.id));
  const newId = `q-${id.replaceAll(/\W/g, '').slice(-16)}`;
  // The same form once more: its question is there already.
  if (kept.some((question) => question.id === newId)) return { questions: kept, added: null };
  const text = textTyped(typed, 'text')?.replaceAll(/\s+/gu, ' ') ?? null;
  if (text === null) {
    return gone.length > 0
      ? { questions: kept, added: null }
      : { errors: { text: [{ key: 'questions.error.nothing' }] } };
  }
  const wrong = questionProblem(text, kept);
  if (wrong) return { errors: { text: [wrong] } };
  if (roomIn(seen) + (ownOf(seen).length - kept.length) <= 0) {
    return { errors: { text: [{ key: 'questions.full', values: { most: QUESTIONS_MOST } }] } };
  }
  const added: CustomQuestion = {
    id: newId,
    text: text.slice(0, QUESTION_TEXT.most),
    kind: KINDS.find((one) => one === typed['kind']) ?? 'text',
    audience: AUDIENCES.find((one) => one === typed['audience']) ?? 'both',
    by: seen.actor.member,
  };
  return { questions: [...kept, added], added };
}

function taken({ account, actor }: Seen, { questions, added }: Read): Sent {
  const saved: Text = { key: 'questions.saved', values: { count: questions.length } };
  const then: Consequence = account
    ? { kind: 'change', account: account.id, change: { kind: 'settings', questions: [...questions] } }
    : { kind: 'workspace', team: teamOf(actor.member), change: { questions: [...questions] } };
  const team = teamOf(actor.member);
  const told: Consequence[] =
    added === null ? [] : [{ kind: 'question-added', team, account: account?.id ?? null, question: added }];
  return {
    kind: 'taken',
    // Whoever is to be asked hears of it before they can be.
    decide: (member) => ({ member, parts: [{ kind: 'text', text: saved }], then: [...told, then] }),
    next: saved,
    audit: { did: 'questions-changed', about: account?.id ?? null },
  };
}
