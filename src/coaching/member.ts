import { z } from 'zod';

import { AnswerValue, Grade, Person, Session } from '../flow/session.ts';
import { Text } from '../flow/text.ts';
import { House, NO_HOUSE } from './house.ts';
import { Maturity } from './maturity-level.ts';
import { Locale } from './member-locale.ts';
import { NudgeState } from './nudge-state.ts';
import { PositionBrief } from './position-brief.ts';
import { Post } from './post.ts';
import { WeekDraft } from './week-draft.ts';

export { Locale };

/** YYYY-MM-DD in the member's own zone. */
const LocalDate = z.iso.date();

/** What the later rules need of a check-in; the whole of it is in History. */
export const RecentCheckIn = z.strictObject({
  date: LocalDate,
  activities: z.array(z.string()),
  plan: Grade.nullable(),
  blocker: z.string().nullable(),
  number: z.boolean(),
  learned: z.boolean(),
  /** 1-5, seen by the operator alone. */
  energy: z.int().nullable(),
  items: z.array(z.strictObject({ intent: z.string(), pillar: z.string(), requestedBy: z.string() })),
  light: z.boolean(),
  /** Whether the plan of the day before came to be: the operator's alone. */
  planKept: z.enum(['yes', 'partly', 'no']).exactOptional(),
});
export type RecentCheckIn = z.infer<typeof RecentCheckIn>;

export const Blocker = z.strictObject({
  id: z.string(),
  text: z.string(),
  owner: Person.nullable(),
  category: z.string().nullable(),
  /** Only a shared blocker ever reaches a manager. */
  shared: z.boolean(),
  openedOn: LocalDate,
  closedOn: LocalDate.nullable(),
});
export type Blocker = z.infer<typeof Blocker>;

/** What happened to one action of the playbook, for one member. */
export const ActionState = z.strictObject({
  shownOn: LocalDate.nullable(),
  pickedOn: LocalDate.nullable(),
  doneOn: LocalDate.nullable(),
  dismissedOn: LocalDate.nullable(),
  dismissals: z.int(),
});
export type ActionState = z.infer<typeof ActionState>;

/** Something that the manager said, until the next check-in has told of it. */
const FromManager = z.strictObject({ id: z.string(), text: Text, on: LocalDate });

/** On which days a person works. `country` null: that of their zone. */
const OwnCalendar = z.strictObject({
  country: z.enum(['cn', 'none']).nullable(),
  /** ISO days, 1 to 7; null: Monday to Friday. */
  week: z.array(z.int().min(1).max(7)).nullable(),
  off: z.array(LocalDate),
});

/** A person in a workspace. The record that one cause changes, in one write. */
export const Member = z.strictObject({
  v: z.literal(1),
  /** `<team_id>:<user_id>` */
  id: z.string(),
  name: z.string(),
  locale: Locale,
  /**
   * A guest of the workspace begins nothing by themselves. Of outsiders (apps, people of other companies or who are gone)
   * nothing is ever kept.
   */
  kind: z.enum(['person', 'guest', 'outsider']).default('person'),
  /** Set when the person chose the language here: Slack's no longer changes it. */
  localeChosen: z.boolean(),
  /** IANA */
  zone: z.string(),
  /** Where we talk: Slack's id of the direct message, once known. */
  inbox: z.string().nullable(),
  /** When we first said who we are. */
  greetedOn: LocalDate.nullable(),
  /** When they were told who sees what. Until then nothing else is asked. */
  welcomedOn: LocalDate.nullable(),
  /** `HH:MM`, in the member's zone. */
  checkInAt: z.string(),
  account: z.string().nullable(),
  manager: z.string().nullable(),
  session: Session.nullable(),
  /** When the open session last heard from the person, ISO. */
  heardAt: z.string().nullable(),
  parked: z.array(Session),
  /** The last finished check-in: while its day lasts it can be edited. */
  done: Session.nullable(),
  /** The last causes taken, newest last. */
  seen: z.array(z.string()),
  /** Kept but not yet said, oldest first. */
  outbox: z.array(Post),
  /** Where the open question's message is, to collapse it once answered. */
  asked: z.strictObject({ post: z.string(), inbox: z.string(), ts: z.string() }).nullable(),
  /** The post that asks the open question: `asked` is its place only when it names the same post. */
  asking: z.string().nullable(),
  /** What the flow said in the same message as the open question: it stays when the question is folded. */
  saidBeside: z.array(Text),
  recent: z.array(RecentCheckIn),
  plan: z
    .strictObject({ text: z.string(), when: z.string().nullable(), date: LocalDate, grade: Grade.nullable() })
    .nullable(),
  blockers: z.array(Blocker),
  actions: z.record(z.string(), ActionState),
  lightUntil: LocalDate.nullable(),
  calendar: OwnCalendar.default({ country: null, week: null, off: [] }),
  /** What holds for everybody here, where they have nothing of their own. */
  house: House.default(NO_HOUSE),
  /** Out of office, both days included. */
  away: z.strictObject({ from: LocalDate, until: LocalDate }).nullable().default(null),
  /** Nothing is sent by itself until they come back. `quiet`: after days without an answer, and they were asked once. */
  paused: z
    .strictObject({ since: LocalDate, why: z.enum(['asked', 'quiet']) })
    .nullable()
    .default(null),
  /** By routine (`digest:<account>` where it has a subject), the date of its last occurrence that was carried out or passed over. */
  occurred: z.record(z.string(), LocalDate).default({}),
  /** When an open question that was put off is asked again, ISO. */
  askAgainAt: z.string().nullable().default(null),
  /** When something is due next, ISO: kept in the same write as what it follows from. */
  dueAt: z.string().nullable().default(null),
  /** Accounts that they answer for. */
  manages: z.array(z.string()).default([]),
  nudges: z.record(z.string(), NudgeState).default({}),
  /** How many small suggestions they want. */
  suggestions: z.enum(['usual', 'fewer', 'none']).default('usual'),
  /** Working days in a row, up to this one, on which they were asked and nothing came: theirs alone. */
  missed: z.strictObject({ days: z.int(), through: LocalDate }).nullable().default(null),
  fromManager: z.array(FromManager).default([]),
  /** What they would pass on of the week. */
  week: WeekDraft.nullable().default(null),
  /** What their account's position is by now, as far as the day's work needs it; the whole of it is in Positions. */
  position: PositionBrief.nullable().default(null),
  /** Where their operation stands by the weekly evaluations; null: none yet. */
  maturity: Maturity.nullable().default(null),
  /** As a manager, by account: since when their side of the alignment waits, and what they alone put first in it. */
  alignment: z
    .record(z.string(), z.strictObject({ askedOn: LocalDate.nullable(), followersFirst: z.boolean() }))
    .default({}),
  /** Slack takes nothing for them any more: its word for why. Whatever they say or press ends it. */
  unreachable: z.strictObject({ code: z.string(), since: LocalDate }).nullable().default(null),
});
export type Member = z.infer<typeof Member>;

/** One check-in as it was given, by local date: kept in monthly keys. */
export const CheckIn = z.strictObject({
  v: z.literal(1),
  kind: z.literal('check-in'),
  date: LocalDate,
  flow: z.string(),
  version: z.int(),
  /** `partial`: the person stopped early; what was given is kept. */
  status: z.enum(['submitted', 'partial', 'excused']),
  submittedAt: z.string(),
  locale: Locale,
  late: z.boolean(),
  answers: z.record(
    z.string(),
    z.strictObject({
      value: AnswerValue.nullable(),
      grade: Grade.exactOptional(),
      flags: z.array(z.string()).exactOptional(),
      audience: z.enum(['operator', 'manager', 'both', 'apart']),
      /** Of a question that the company added: as it was asked. */
      question: z.string().exactOptional(),
    }),
  ),
});
export type CheckIn = z.infer<typeof CheckIn>;
