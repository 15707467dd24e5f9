/** A request that is turned away: thrown in a handler, answered by the error handler in words for the person. */
export class Refused extends Error {
  readonly statusCode: number;
  /** When to come back, in seconds; 0 where that would not help. */
  readonly retryAfterS: number;

  constructor(statusCode: number, message: string, retryAfterS = 0) {
    super(message);
    this.name = 'Refused';
    this.statusCode = statusCode;
    this.retryAfterS = retryAfterS;
  }
}
