import { localDate } from '../calendar/local-date.ts';
import type { JsonValue } from '../flow/session.ts';
import { choicesIn, textIn } from './answers-of.ts';
import { askIn } from './ask-in.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import type { Member } from './member.ts';
import { draftOf, withoutLearnings, type WeekDraft } from './week-draft.ts';
import { sent, unsent } from './week-send.ts';
import { weekPresses } from './week-words.ts';

/** The weekly review is over: what is to go to the manager is kept as a draft, private until it is sent. */
export function finishReview(_coaching: Coaching, member: Member, finish: Finish, moment: Moment): Decision {
  const about = aboutOf(member, finish, moment);
  if (about === null) return { member, parts: [] };
  const draft = reviewed(about.draft, finish);
  const lead = textIn(finish.answers, 'lead');
  const changes: Consequence[] = [
    ...(lead === null ? [] : [changeOf(draft, { kind: 'lead-metric', metric: lead })]),
    ...(about.hasManager || draft.focus === null
      ? []
      : [changeOf(draft, { kind: 'focus', focus: { text: draft.focus, by: 'operator', on: about.today } })]),
  ];
  return kept({ member: { ...member, week: draft }, finish, about, changes });
}

/** The operator chose what is held back, and what is added. */
export function finishDigestEdit(_coaching: Coaching, member: Member, finish: Finish, moment: Moment): Decision {
  const about = aboutOf(member, finish, moment);
  if (about === null) return { member, parts: [] };
  const { answers } = finish;
  const chosen = answers['hold_back'] ? choicesIn(answers, 'hold_back').filter((id) => id !== 'none') : null;
  const draft: WeekDraft = {
    ...about.draft,
    heldBack: chosen ? [...chosen] : about.draft.heldBack,
    line: answers['line'] ? textIn(answers, 'line') : about.draft.line,
  };
  const byItself = textIn(answers, 'by_itself');
  const changes: Consequence[] =
    byItself === null ? [] : [changeOf(draft, { kind: 'sends-by-itself', isOn: byItself === 'yes' })];
  const goes = about.goes || byItself === 'yes';
  // What is held back stays so where the week is not sent: what waits for the manager reaches them all the same.
  if (!goes) changes.push(changeOf(draft, unsent(draft, { operator: member.id, on: about.today })));
  return kept({ member: { ...member, week: draft }, finish, about: { ...about, goes }, changes });
}

type About = {
  readonly draft: WeekDraft;
  readonly today: string;
  readonly hasManager: boolean;
  /** It is on its way, or goes by itself: what is changed of it is changed there too. */
  readonly goes: boolean;
};

/** Which week of which account the conversation was about; begun without a word on that, it changes nothing. */
function aboutOf(member: Member, { session: { facts } }: Finish, { at }: Moment): About | null {
  const [account, week] = [stringIn(facts['account']), stringIn(facts['week'])];
  if (account === null || week === null) return null;
  return {
    draft: draftOf(member.week, { week, account }),
    today: localDate(at, member.zone),
    hasManager: facts['has_manager'] === true,
    goes: facts['goes'] === true,
  };
}

const stringIn = (fact: JsonValue | undefined): string | null => (typeof fact === 'string' ? fact : null);

function reviewed(draft: WeekDraft, { answers, session: { facts } }: Finish): WeekDraft {
  const win = textIn(answers, 'win');
  return {
    ...draft,
    heldBack: answers['learnings'] ? withoutLearnings(draft.heldBack) : draft.heldBack,
    focus: textIn(answers, 'focus') ?? draft.focus,
    learnings: answers['learnings'] ? wordsOf(facts['learnings'], choicesIn(answers, 'learnings')) : draft.learnings,
    ask: answers['ask'] ? askIn(answers) : draft.ask,
    win: textIn(answers, 'win_text') ?? wordsOf(facts['wins'], win === null ? [] : [win])[0] ?? null,
  };
}

/** The whole words of what was chosen by its label. */
function wordsOf(listed: JsonValue | undefined, ids: readonly string[]): string[] {
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    const { id, text } = item;
    return typeof id === 'string' && typeof text === 'string' && ids.includes(id) ? [text] : [];
  });
}

const changeOf = (
  { account }: WeekDraft,
  change: Extract<Consequence, { kind: 'change' }>['change'],
): Extract<Consequence, { kind: 'change' }> => ({ kind: 'change', account, change });

type Kept = {
  readonly member: Member;
  readonly finish: Finish;
  readonly about: About;
  readonly changes: readonly Consequence[];
};

/** What is on its way goes with what was just said; otherwise it waits for a press. */
function kept({ member, finish, about, changes }: Kept): Decision {
  const draft = member.week;
  if (finish.outcome === 'expired' || draft === null) return { member, parts: [] };
  const goes = about.hasManager && about.goes;
  return {
    member,
    parts: [
      {
        kind: 'block',
        heading: null,
        lines: [{ key: !about.hasManager ? 'week.kept-alone' : goes ? 'week.kept-goes' : 'week.kept' }],
        small: [],
        presses: about.hasManager ? weekPresses(draft, { isSent: goes }) : [],
      },
    ],
    then: [...changes, ...(goes ? sent(draft, { operator: member.id, on: about.today }) : [])],
  };
}
