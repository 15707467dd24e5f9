import { setTimeout as sleep } from 'node:timers/promises';
import { measureText, splitText } from '../split-text.ts';
import type { LateOutcome, Outcome } from './continuations.ts';
import { MORE_HINT } from './messages.ts';
import type { ApiAnswer } from './token-api.ts';

export interface LateSender {
  /** Shows the person that an answer is being made; false where that cannot be shown. */
  readonly showTyping: (person: string) => Promise<boolean>;
  /** Waits for the answer and sends it; resolves to what could not be sent. */
  readonly sendLate: (person: string, outcome: Promise<Outcome>) => Promise<LateOutcome>;
}

/** What a platform lets us do by ourselves. */
export interface Messages extends Pick<LateSender, 'showTyping'> {
  readonly send: (person: string, content: string) => Promise<ApiAnswer>;
}

export interface LateSenderCollaborators extends Messages {
  /** For staff; names nobody. */
  readonly warn: (message: string) => void;
  /** Before a busy platform is asked once more. */
  readonly busyPauseMs: number;
}

/** WeChat lets a message of the person be followed by five of ours; WeCom takes thirty a minute. */
const MOST_MESSAGES = 5;
/** The platform is busy, or is called too often at once (WeCom): worth another try. */
const BUSY: readonly number[] = [-1, 45033];
const TOO_LONG = 45002;

/**
 * Sends a late answer by the platform's API. What does not fit into its quota, or is refused, is left for the person
 * to ask for.
 */
export function createLateSender({
  showTyping,
  send,
  warn,
  busyPauseMs,
}: LateSenderCollaborators): LateSender {
  return { showTyping, sendLate };

  async function sendLate(person: string, outcome: Promise<Outcome>): Promise<LateOutcome> {
    const { segments, sent } = await outcome;
    let left = segments;
    let begun = false;
    for (let count = 1; count <= MOST_MESSAGES; count += 1) {
      const [next, ...rest] = left;
      if (next === undefined) break;
      const answer = await sendPatiently(person, next, rest.length > 0 && count === MOST_MESSAGES);
      if (answer.kind === 'refused' && answer.code === TOO_LONG && measureText(next, 'utf-8-bytes') > 400) {
        left = [...splitText(next, Math.ceil(measureText(next, 'utf-8-bytes') / 2), 'utf-8-bytes'), ...rest];
        continue;
      }
      if (answer.kind === 'refused') {
        warn(`A late answer is left for the person to ask for: ${answer.why}`);
        break;
      }
      if (!begun) await sent();
      begun = true;
      left = rest;
    }
    return { segments: left, begun, sent };
  }

  async function sendPatiently(person: string, segment: string, moreFollows: boolean): Promise<ApiAnswer> {
    const content = moreFollows ? segment + MORE_HINT : segment;
    const answer = await send(person, content);
    if (answer.kind === 'done' || !BUSY.includes(answer.code)) return answer;
    await sleep(busyPauseMs);
    return send(person, content);
  }
}
