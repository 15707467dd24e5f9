import type { ChannelName } from './incoming.ts';

interface Feedback {
  readonly verdict: 'up' | 'down';
  /** In the person's words, masked; '' where none was given. */
  readonly reason: string;
}

/** One question and what became of it, as staff see it: no answer text, no personal data. */
export interface Exchange {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly channel: ChannelName;
  /** Hash of the person, the same for all of theirs. */
  readonly person: string;
  /** Masked. */
  readonly question: string;
  /** answer, partial, refusal, smalltalk, failure. */
  readonly kind: string;
  /** Of a refusal, small talk or failure; '' otherwise. */
  readonly reason: string;
  readonly receipt: number | null;
  readonly latencyMs: number;
  readonly feedback: Feedback | null;
}

/** The log of exchanges; all reject with WenbaoError `data` where the file cannot be used. */
export interface Exchanges {
  append(exchange: Exchange): Promise<void>;
  /** The last `count`, newest first. */
  recent(count: number): Promise<readonly Exchange[]>;
  /** False where the person has no exchange with this receipt. */
  setFeedback(person: string, receipt: number, feedback: Feedback): Promise<boolean>;
  /** Drops what a person asked; resolves to the receipts of what is gone. */
  forget(person: string): Promise<readonly number[]>;
  /** The same for what is older than `time`, milliseconds since 1970. */
  dropBefore(time: number): Promise<readonly number[]>;
}
