import { countryOf, holidaysKnown } from '../calendar/calendar.ts';
import { localDate } from '../calendar/local-date.ts';
import { dayText, type Text } from '../flow/text.ts';
import type { Member } from './member.ts';
import type { Undelivered, Workspace } from './workspace.ts';

const SHOWN = 10;
/** The holidays of the next year matter from this month on; the State Council publishes them in November. */
const HOLIDAYS_FROM_MONTH = '12';

/** What did not reach somebody, as whoever looks after the workspace is told of it: the latest first, never what it said. */
export function undeliveredLines(workspace: Workspace, admin: Pick<Member, 'zone'>, at: Date): Text[] {
  const today = localDate(at, admin.zone);
  return [
    ...holidayLines(admin, today),
    ...workspace.undelivered
      .toReversed()
      .slice(0, SHOWN)
      .map((one) => line(one, admin)),
  ];
}

const line = ({ kind, member, code, at, times }: Undelivered, { zone }: Pick<Member, 'zone'>): Text => ({
  key: `undelivered.${kind}`,
  values: {
    who: member === null ? '' : { key: 'person', values: { id: member.split(':').at(-1) ?? '' } },
    what: kind === 'too-late' ? { key: `routine.${code}` } : code,
    day: dayText(localDate(new Date(at), zone)),
    times,
  },
});

/** In China they are told while the list of next year's holidays is still to come. */
function holidayLines({ zone }: Pick<Member, 'zone'>, today: string): Text[] {
  const year = Number(today.slice(0, 4));
  const years = today.slice(5, 7) >= HOLIDAYS_FROM_MONTH ? [year, year + 1] : [year];
  return years
    .filter((of) => !holidaysKnown(countryOf(zone), of))
    .map((of) => ({ key: 'undelivered.holidays-unknown', values: { year: String(of) } }));
}
