export type StateErrorCode = 'AWAY' | 'BAD_ID' | 'BAD_KEY' | 'BAD_RECORD' | 'BAD_SEAL' | 'CONTENDED';

/** The store can't do what it was asked. The message names the key, never what is kept there. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly code: StateErrorCode;
  constructor(code: StateErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
