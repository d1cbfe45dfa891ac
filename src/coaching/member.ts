import { z } from 'zod';

import { AnswerValue, Grade, Person, Session } from '../flow/session.ts';
import { Text } from '../flow/text.ts';
import { Post } from './post.ts';

export const Locale = z.enum(['en', 'zh-CN']);
export type Locale = z.infer<typeof Locale>;

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

/** A person in a workspace. The record that one cause changes, in one write. */
export const Member = z.strictObject({
  v: z.literal(1),
  /** `<team_id>:<user_id>` */
  id: z.string(),
  name: z.string(),
  locale: Locale,
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
      audience: z.enum(['operator', 'manager']),
    }),
  ),
});
export type CheckIn = z.infer<typeof CheckIn>;
