import type { GroundedAnswer, Refusal, SmallTalk } from './answer.ts';
import type { Incoming } from './incoming.ts';

/** What the bot says of itself rather than of the report; its words come ready in `text`. */
type NoticeKind =
  | 'not-text'
  | 'too-fast'
  | 'off'
  | 'fault'
  | 'new-topic'
  | 'forgotten'
  | 'thanks-for-feedback'
  | 'nothing-yet';

/** The passage around a quote: `text.slice(start, end)` is what is to be marked in it. */
export interface ShownPassage {
  readonly reportId: string;
  readonly headingPath: readonly string[];
  /** Index of the passage in its report. */
  readonly passage: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a channel renders within its platform's limits. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly answer: GroundedAnswer | Refusal | SmallTalk;
      /** At most three questions that may be asked next, in the order of their numbers. */
      readonly suggestions: readonly string[];
      /** Null where none could be kept, and for small talk. */
      readonly receipt: number | null;
    }
  | {
      readonly kind: 'passages';
      readonly passages: readonly [ShownPassage, ...ShownPassage[]];
      readonly receipt: number | null;
    }
  | { readonly kind: 'notice'; readonly notice: NoticeKind; readonly text: string }
  /** Nothing is to be sent: the person was told already (a burst), or the reply is too old to be said again. */
  | { readonly kind: 'silence' };

export interface Conversed {
  readonly reply: Reply;
  /**
   * Another delivery of this message has the reply, or had it before a restart: a channel that sends (Telegram)
   * sends nothing, one that answers a request (WeChat) answers with the same reply.
   */
  readonly repeated: boolean;
  /**
   * To be called once the platform has taken the reply. Until then the message counts as unanswered after a
   * crash, and a redelivery gets the reply that was kept. Never rejects.
   */
  readonly sent: () => Promise<void>;
}

/**
 * The one function that a channel is handed; a fault becomes an apology with an id. It only rejects for who left:
 * where the signal fires before a question is answered and no other delivery waits for it, the question is given up
 * with the signal's reason, and nothing is kept of it. What is asked for besides questions (忘记我) is done all the same.
 */
export type Converse = (incoming: Incoming, leaving?: AbortSignal) => Promise<Conversed>;
