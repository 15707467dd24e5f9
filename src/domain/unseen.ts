import type { Incoming } from './incoming.ts';

/** What a person has yet to see, as messages of the platform, each whole. */
export interface Unseen {
  /** Answers that were not ready in time, oldest first. */
  readonly late: readonly (readonly string[])[];
  /** What is left of the newest answer. */
  readonly rest: readonly string[];
}

/** Whose it is and where it is read. */
export interface Reader extends Pick<Incoming, 'channel' | 'personId' | 'conversationId'> {
  /** Ways into one channel that cut answers differently. */
  readonly way: 'account' | 'app' | 'bot';
}

/** What people have yet to see, for two hours; a restart loses none of it. */
export interface UnseenAnswers {
  get(reader: Reader): Unseen;
  /** `get` knows of it at once; resolves when a killed process would still have it. Never rejects. */
  put(reader: Reader, unseen: Unseen): Promise<void>;
}
