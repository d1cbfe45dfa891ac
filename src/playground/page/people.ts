export const PERSONS = ['operator', 'manager'] as const;
export type Person = (typeof PERSONS)[number];

/** Slack's ids of a person and of the direct message with them. */
export const IDS = {
  operator: { user: 'U0OPERATOR', inbox: 'D0OPERATOR' },
  manager: { user: 'U0MANAGER0', inbox: 'D0MANAGER0' },
} as const satisfies Record<Person, { user: string; inbox: string }>;
