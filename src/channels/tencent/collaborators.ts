import type { Converse } from '../../domain/reply.ts';
import type { UnseenAnswers } from '../../domain/unseen.ts';

/** What the channels of both platforms work with. */
export interface TencentCollaborators {
  readonly converse: Converse;
  readonly unseen: UnseenAnswers;
  /** For staff; names nobody. */
  readonly warn: (message: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Both platforms hang up after five seconds, and deliver again. */
export interface DeliveryTimes {
  /** A delivery is answered so long after it came, at the latest. */
  readonly deadlineMs: number;
  /** Where an answer cannot be sent later, an earlier delivery is kept open so long, for the platform to hang up. */
  readonly holdMs: number;
  /** How long the platform may take to show that an answer is being made; else the person is told. */
  readonly typingMs: number;
  /** Before a busy platform is asked once more. */
  readonly busyPauseMs: number;
}

/** What the platforms' five seconds leave. */
export const DELIVERY_TIMES: DeliveryTimes = {
  deadlineMs: 4000,
  holdMs: 5500,
  typingMs: 500,
  busyPauseMs: 1000,
};
