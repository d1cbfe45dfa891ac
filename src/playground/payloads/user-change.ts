import { userFields, type Profile } from '../company.ts';
import type { Person } from '../page/people.ts';

/** A person's language, name or zone is another one now. */
export const userChange = (person: Person, profile: Profile): Record<string, unknown> => ({
  type: 'user_change',
  user: userFields(person, profile),
});
