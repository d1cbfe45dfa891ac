export type ProblemCode =
  | 'bad-expression'
  | 'bad-migration'
  | 'bad-time'
  | 'backward-jump'
  | 'dead-end'
  | 'duplicate-key'
  | 'duplicate-option'
  | 'duplicate-step'
  | 'missing-key'
  | 'no-options'
  | 'not-given-yet'
  | 'recursive-flow'
  | 'review-of-no-text'
  | 'text-too-long'
  | 'too-many-steps'
  | 'unknown-answer'
  | 'unknown-blank'
  | 'unknown-computed'
  | 'unknown-fact'
  | 'unknown-flow'
  | 'unknown-option'
  | 'unknown-rule'
  | 'unknown-step'
  | 'unreachable-step'
  | 'unsafe-pattern'
  | 'unused-key';

/** What is wrong with a flow, found before a person meets it. */
export type Problem = {
  readonly flow: string;
  readonly step?: string;
  readonly code: ProblemCode;
  readonly message: string;
};
