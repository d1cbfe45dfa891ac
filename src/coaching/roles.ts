/** What a media account needs somebody for. */
export const ROLES = ['planning', 'editing', 'design', 'data', 'community', 'paid'] as const;
