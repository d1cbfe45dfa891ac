/** Slack's id of a person, of the member's `<team>:<user>`. */
export const userOf = (member: string): string => member.slice(member.indexOf(':') + 1);
export const teamOf = (member: string): string => member.slice(0, member.indexOf(':'));
export const toMember = (team: string, user: string): string => `${team}:${user}`;
