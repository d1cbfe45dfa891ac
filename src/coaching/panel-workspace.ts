import { holidaysKnown } from '../calendar/calendar.ts';
import { localDate } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import { teamOf } from './access.ts';
import { readDaysOff } from './days-off.ts';
import { holidaysField, holidaysTyped } from './panel-choices.ts';
import { peopleTyped, textTyped } from './panel-typed.ts';
import { daysOffField, weekField, weekTyped } from './panel-week.ts';
import type { Panel, PanelRule, Seen, Sent, Typed } from './panel.ts';
import { personProblem } from './set-up-check.ts';
import type { WorkspaceChange } from './workspace-change.ts';
import { KEEP_DAYS } from './workspace.ts';

/** What an admin settles for everybody in the workspace. */
export const WORKSPACE: PanelRule = {
  deed: 'workspace-settings',
  isOfAccount: false,
  open: (_coaching, seen) => panelOf(seen),
  send(_coaching, seen, typed) {
    const read = readChange(seen, typed);
    return 'errors' in read ? { kind: 'refused', errors: read.errors } : taken(seen, read);
  },
};

function panelOf({ workspace, at, member }: Seen): Panel {
  const { country, week, off, admins, keepDays } = workspace;
  const today = localDate(at, member.zone);
  const next = Number(today.slice(0, 4)) + 1;
  return {
    title: { key: 'workspace-settings.title' },
    words: [
      { key: 'workspace-settings.intro' },
      ...(country === 'cn' && !holidaysKnown('cn', next)
        ? [{ key: 'workspace-settings.holidays-unknown', values: { year: String(next) } }]
        : []),
    ],
    fields: [
      holidaysField(
        { key: 'setup.holidays' },
        country,
        { id: 'zone', text: { key: 'holidays.zone' } },
        { key: 'settings.holidays-hint' },
      ),
      weekField({ key: 'settings.week' }, week, null),
      daysOffField(
        { label: { key: 'workspace-settings.off' }, hint: { key: 'workspace-settings.off-hint' } },
        off,
        today,
      ),
      {
        kind: 'people',
        address: 'admins',
        label: { key: 'workspace-settings.admins' },
        hint: { key: 'workspace-settings.admins-hint' },
        optional: true,
        value: admins,
      },
      {
        kind: 'text',
        address: 'keep',
        label: { key: 'workspace-settings.keep' },
        hint: { key: 'workspace-settings.keep-hint', values: { ...KEEP_DAYS } },
        optional: false,
        value: String(keepDays),
      },
    ],
    presses: [{ name: 'panel', subject: 'questions', text: { key: 'workspace-settings.press.questions' } }],
    submit: { key: 'settings.submit' },
  };
}

type Problems = { readonly errors: Readonly<Record<string, readonly Text[]>> };

function readChange(seen: Seen, typed: Typed): WorkspaceChange | Problems {
  const { at, member, actor } = seen;
  const off = readDaysOff(textTyped(typed, 'off') ?? '', localDate(at, member.zone));
  const week = weekTyped(typed, null);
  const admins = peopleTyped(typed, 'admins');
  const keepDays = Number((textTyped(typed, 'keep') ?? '').normalize('NFKC'));
  const isKept = Number.isInteger(keepDays) && keepDays >= KEEP_DAYS.least && keepDays <= KEEP_DAYS.most;
  const errors: Record<string, readonly Text[]> = {
    ...(week === undefined ? { week: [{ key: 'settings.error.week' }] } : {}),
    ...(off.kind === 'unclear' ? { off: off.problems } : {}),
    ...problem('admins', [
      ...admins.flatMap((one) => personProblem(seen, one) ?? []),
      ...admins.flatMap((one) =>
        seen.profiles.get(one)?.kind === 'guest' ? [{ key: 'workspace-settings.error.guest' }] : [],
      ),
    ]),
    ...(isKept ? {} : { keep: [{ key: 'workspace-settings.error.keep', values: { ...KEEP_DAYS } }] }),
  };
  if (Object.keys(errors).length > 0 || off.kind === 'unclear' || week === undefined) return { errors };
  return {
    country: holidaysTyped(typed),
    week,
    off: [...off.off],
    // Whoever takes themselves off, and is none by the workspace's own rules, has asked for it.
    admins: admins.filter((one) => teamOf(one) === teamOf(actor.member)),
    keepDays,
  };
}

const problem = (address: string, texts: readonly Text[]): Record<string, readonly Text[]> =>
  texts.length > 0 ? { [address]: texts } : {};

function taken({ actor }: Seen, change: WorkspaceChange): Sent {
  const saved: Text = { key: 'workspace-settings.saved' };
  return {
    kind: 'taken',
    decide: (member) => ({
      member,
      parts: [{ kind: 'text', text: saved }],
      then: [{ kind: 'workspace', team: teamOf(actor.member), change }],
    }),
    next: saved,
    audit: { did: 'settings-changed', about: null },
  };
}
