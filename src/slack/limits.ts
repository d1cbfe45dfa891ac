/**
 * What Slack takes, and no more: one unit over and the whole message is refused.
 * Lengths are counted in UTF-16 units, which is never fewer than Slack counts.
 */
export const LIMITS = {
  // docs.slack.dev/reference/methods/chat.postMessage: 40,000 at most, 4,000 advised.
  messageText: 4_000,
  // docs.slack.dev/reference/block-kit/blocks
  messageBlocks: 50,
  viewBlocks: 100,
  sectionText: 3_000,
  contextText: 3_000,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  inputLabel: 2_000,
  inputHint: 2_000,
  blockId: 255,
  // Not documented: all the texts of a message together. Refused from about 11,300 on, bolt-js issues 2509 and 2867.
  messageTexts: 9_000,
  // docs.slack.dev/reference/block-kit/block-elements
  actionId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  placeholder: 150,
  menuOptions: 100,
  checkboxes: 10,
  radioButtons: 10,
  inputValue: 3_000,
  // docs.slack.dev/reference/block-kit/composition-objects/option-object
  optionText: 75,
  optionValue: 150,
  // docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  // docs.slack.dev/reference/views
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  // docs.slack.dev/apis/web-api/rate-limits: one message a second per channel, several hundred a minute per workspace.
  messagesPerSecond: 5,
  // docs.slack.dev/reference/block-kit/blocks/image-block
  altText: 2_000,
} as const;

/** As many options as still read well side by side; more go into a menu. */
export const BUTTONS_MOST = 5;
