import type { Member } from './member.ts';
import { kindOf } from './new-member.ts';
import type { Profile } from './ports.ts';

/** The member once the workspace told us of a changed name, zone or language. A language chosen here stays. */
export function withProfile(member: Member, profile: Profile): Member {
  const { name, locale, zone } = profile;
  const known = kindOf(profile);
  // Whoever left is seen to elsewhere; a record of theirs stays what it was.
  const kind = known === 'outsider' ? member.kind : known;
  const spoken = member.localeChosen ? member.locale : locale;
  if (member.name === name && member.zone === zone && member.locale === spoken && member.kind === kind) return member;
  return { ...member, name, zone, kind, locale: spoken };
}
