/** What went wrong, for programs; the message says it for people. */
export type ErrorCode =
  | 'config'
  | 'corpus'
  | 'encoding'
  | 'model'
  | 'index'
  | 'calibration'
  | 'cases'
  | 'data'
  | 'usage'
  | 'interrupted';

/** A fault with a code; its message says what was wrong, where, and what to do. */
export class WenbaoError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'WenbaoError';
    this.code = code;
  }
}
