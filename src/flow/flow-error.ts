export type FlowErrorCode =
  | 'UNKNOWN_FLOW'
  | 'UNKNOWN_STEP'
  | 'BACKWARD_JUMP'
  | 'TOO_MANY_STEPS'
  | 'TOO_DEEP'
  | 'BAD_EXPRESSION';

/** The flow file is wrong. Never the person's fault, so never shown to them. */
export class FlowError extends Error {
  override readonly name = 'FlowError';
  readonly code: FlowErrorCode;

  constructor(code: FlowErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
