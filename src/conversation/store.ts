import type { Citation } from '../domain/answer.ts';
import type { Reply } from '../domain/reply.ts';

/** One answered question, with what buttons under its answer may ask for. */
export interface RememberedTurn {
  /** Masked, as it was asked. */
  readonly question: string;
  /** What was stated. */
  readonly answer: string;
  readonly receipt: number | null;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
}

/** A message that has its reply; `sent` once the platform has taken it. */
interface AnsweredMessage {
  readonly id: string;
  readonly sent: boolean;
}

/** What is remembered of one person in one conversation. */
export interface ConversationState {
  /** When the last message came, milliseconds since 1970. */
  readonly lastAt: number;
  /** Oldest first, no more than are leaned on. */
  readonly turns: readonly RememberedTurn[];
  /** The last messages, oldest first, so that none is answered twice. */
  readonly answered: readonly AnsweredMessage[];
  /** The reply to the last of them. */
  readonly lastReply: Reply | null;
}

/**
 * States by key. Keys of one person begin alike, so that all of theirs can be found. Whoever writes reads back what
 * was written; all may reject with WenbaoError `data`.
 */
export interface KeyedStore<State extends { readonly lastAt: number }> {
  get(key: string): Promise<State | null>;
  put(key: string, state: State): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
  list(): Promise<readonly { readonly key: string; readonly lastAt: number }[]>;
  close(): Promise<void>;
}

export type ConversationStore = KeyedStore<ConversationState>;
