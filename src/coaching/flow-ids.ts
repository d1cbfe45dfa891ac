/** The flows whose ends the domain acts upon; content.ts refuses to start without them. */
export const DAILY = 'daily-check-in';
export const ONBOARDING = 'onboarding-operator';
