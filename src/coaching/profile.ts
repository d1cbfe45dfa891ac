import type { Member } from './member.ts';
import type { Profile } from './ports.ts';

/** The member once the workspace told us of a changed name, zone or language. A language chosen here stays. */
export function withProfile(member: Member, { name, locale, zone }: Profile): Member {
  const spoken = member.localeChosen ? member.locale : locale;
  if (member.name === name && member.zone === zone && member.locale === spoken) return member;
  return { ...member, name, zone, locale: spoken };
}
