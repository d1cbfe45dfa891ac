import { localDate } from '../calendar/local-date.ts';
import { dayText, zoneText, type Text } from '../flow/text.ts';
import { readDaysOff } from './days-off.ts';
import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import { holidaysField, holidaysTyped, languageField, languageTyped } from './panel-choices.ts';
import { choicesTyped, textTyped } from './panel-typed.ts';
import { daysOffField, weekField, weekTyped } from './panel-week.ts';
import type { Field, PanelRule, Sent, Typed } from './panel.ts';
import { askedAt, CHECK_IN_HOURS, pausedOn } from './rhythm.ts';

const SUGGESTIONS = ['usual', 'fewer', 'none'] as const;

/** What a person settles for themselves: when Bearings speaks, how often and in which language. */
export const SETTINGS: PanelRule = {
  deed: 'own-settings',
  isOfAccount: false,
  open: (coaching, { member, at }) => ({
    title: { key: 'settings.title' },
    words: [introOf(member), ...awayWords(member, localDate(at, member.zone))],
    fields: fieldsOf(coaching, member, localDate(at, member.zone)),
    presses: [],
    submit: { key: 'settings.submit' },
  }),
  send(coaching, { member, at }, typed) {
    const today = localDate(at, member.zone);
    const read = readSettings(coaching, member, { typed, today });
    return 'errors' in read ? { kind: 'refused', errors: read.errors } : taken(read, member, { today, at });
  },
};

const isOperator = ({ account, welcomedOn }: Member): boolean => account !== null && welcomedOn !== null;

const isAskedDaily = (member: Member): boolean => isOperator(member) || member.manages.length === 0;

const introOf = (member: Member): Text => ({
  key: member.manages.length > 0 && !isOperator(member) ? 'settings.intro-manager' : 'settings.intro',
  values: { zone: zoneText(member.zone) },
});

const awayWords = ({ away }: Member, today: string): Text[] =>
  away !== null && away.until >= today
    ? [{ key: 'settings.away', values: { from: dayText(away.from), until: dayText(away.until) } }]
    : [];

function fieldsOf(coaching: Coaching, member: Member, today: string): Field[] {
  const { calendar, house, checkInAt, paused, suggestions, locale, localeChosen } = member;
  const time: Field = {
    kind: 'time',
    address: 'time',
    label: { key: 'settings.time' },
    hint: { key: 'settings.time-hint', values: CHECK_IN_HOURS },
    optional: false,
    value: checkInAt,
  };
  return [
    ...(isAskedDaily(member) ? [time] : []),
    weekField({ key: 'settings.week' }, calendar.week, house.week),
    holidaysField(
      { key: 'settings.holidays' },
      calendar.country,
      { id: 'house', text: { key: 'holidays.house' } },
      { key: 'settings.holidays-hint' },
    ),
    daysOffField({ label: { key: 'settings.off' }, hint: { key: 'settings.off-hint' } }, calendar.off, today),
    {
      kind: 'choice',
      address: 'suggestions',
      label: { key: 'settings.suggestions' },
      hint: { key: isAskedDaily(member) ? 'settings.suggestions-hint' : 'settings.suggestions-hint-manager' },
      optional: false,
      options: SUGGESTIONS.map((id) => ({ id, text: { key: `settings.suggestions-${id}` } })),
      value: suggestions,
    },
    languageField(
      coaching,
      { label: { key: 'settings.language' }, slack: { key: 'settings.language-slack' } },
      localeChosen ? locale : null,
    ),
    {
      kind: 'choices',
      address: 'pause',
      label: { key: 'settings.pause' },
      hint: { key: 'settings.pause-hint' },
      optional: true,
      options: [{ id: 'yes', text: { key: 'settings.pause-yes' } }],
      value: paused === null ? [] : ['yes'],
    },
  ];
}

type Read = Partial<Pick<Member, 'checkInAt'>> & {
  readonly calendar: Member['calendar'];
  readonly suggestions: Member['suggestions'];
  readonly language: string | null;
  readonly isPaused: boolean;
};
type Problems = { readonly errors: Readonly<Record<string, readonly Text[]>> };

function readSettings(
  coaching: Coaching,
  { house }: Member,
  { typed, today }: { readonly typed: Typed; readonly today: string },
): Read | Problems {
  const time = textTyped(typed, 'time');
  const off = readDaysOff(textTyped(typed, 'off') ?? '', today);
  const week = weekTyped(typed, house.week);
  const errors: Record<string, readonly Text[]> = {
    ...(time !== null && (time < CHECK_IN_HOURS.from || time > CHECK_IN_HOURS.to)
      ? { time: [{ key: 'setup.error.time', values: CHECK_IN_HOURS }] }
      : {}),
    ...(week === undefined ? { week: [{ key: 'settings.error.week' }] } : {}),
    ...(off.kind === 'unclear' ? { off: off.problems } : {}),
  };
  if (Object.keys(errors).length > 0 || off.kind === 'unclear' || week === undefined) return { errors };
  return {
    ...(time !== null && { checkInAt: time }),
    calendar: { country: holidaysTyped(typed), week, off: [...off.off] },
    suggestions: SUGGESTIONS.find((one) => one === typed['suggestions']) ?? 'usual',
    language: languageTyped(coaching, typed),
    isPaused: choicesTyped(typed, 'pause').includes('yes'),
  };
}

type When = { readonly today: string; readonly at: Date };

function taken({ language, isPaused, checkInAt, ...settings }: Read, seen: Member, { today, at }: When): Sent {
  const asked = { asked: isAskedDaily(seen) ? 'yes' : 'no', time: checkInAt ?? seen.checkInAt };
  return {
    kind: 'taken',
    decide: (member) => {
      const timed = checkInAt === undefined ? member : askedAt(member, checkInAt, at);
      const after: Member = {
        ...(isPaused ? pausedOn(timed, today) : { ...timed, paused: null }),
        ...settings,
        localeChosen: language !== null,
        locale: language ?? member.locale,
      };
      return { member: after, parts: [] };
    },
    next: isPaused ? { key: 'settings.saved-paused' } : { key: 'settings.saved', values: asked },
    ...(language === null && { asksProfile: true }),
  };
}
