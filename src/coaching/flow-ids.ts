/** The flows whose ends the domain acts upon; content.ts refuses to start without them. */
export const DAILY = 'daily-check-in';
export const ONBOARDING = 'onboarding-operator';
/** What the flows of those who answer for an account begin with. */
export const MANAGERS = 'manager-';
/** What the flows of the positioning exercises begin with. */
export const EXERCISE = 'positioning-';
export const REVIEW = 'weekly-review';
export const DIGEST_EDIT = 'digest-edit';
/** The eight questions that operator and manager answer apart. */
export const ALIGNMENT = { operator: 'positioning-alignment', manager: 'manager-alignment' } as const;
/** What to settle on where they differ. */
export const SETTLE = { operator: 'positioning-settle', manager: 'manager-settle' } as const;
