export const PERSONS = ['operator', 'manager', 'admin', 'operator2', 'manager2'] as const;
export type Person = (typeof PERSONS)[number];

/** The two who are shown first, and whom the example company is about. */
export const LEADS = ['operator', 'manager'] as const satisfies readonly Person[];

/** Slack's ids of a person and of the direct message with them. */
export const IDS = {
  operator: { user: 'U0OPERATOR', inbox: 'D0OPERATOR' },
  manager: { user: 'U0MANAGER0', inbox: 'D0MANAGER0' },
  admin: { user: 'U0ADMIN000', inbox: 'D0ADMIN000' },
  operator2: { user: 'U0OPERATR2', inbox: 'D0OPERATR2' },
  manager2: { user: 'U0MANAGER2', inbox: 'D0MANAGER2' },
} as const satisfies Record<Person, { user: string; inbox: string }>;

/** Something for each person. */
export const perPerson = <T>(of: (person: Person) => T): Record<Person, T> => ({
  operator: of('operator'),
  manager: of('manager'),
  admin: of('admin'),
  operator2: of('operator2'),
  manager2: of('manager2'),
});
