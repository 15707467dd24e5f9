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
  | 'channel'
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

/** What any thrown thing says of itself. */
export function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

/** The code of a system error (ENOENT, EACCES, …), empty where a thrown thing has none. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}
