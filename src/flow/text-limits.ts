/**
 * What Slack shows of a text, in characters. Block Kit reference, docs.slack.dev/reference/block-kit: section text
 * 3,000, hint of an input 2,000, button and option 75, placeholder 150; docs.slack.dev/surfaces/modals: title 24.
 */
export const TEXT_LIMITS = { text: 3000, help: 2000, label: 75, option: 75, placeholder: 150, title: 24 } as const;

export type TextPart = keyof typeof TEXT_LIMITS;
