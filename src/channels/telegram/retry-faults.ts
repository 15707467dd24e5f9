import { HttpError, type Transformer } from 'grammy';

/** Pauses before each further try, in milliseconds. */
export type RetryDelays = readonly number[];

/**
 * Tries again where Telegram could not be reached or had trouble of its own (5xx). A message may then arrive
 * twice, where it was taken and only the answer was lost: better than an answer that never comes. Not for
 * getUpdates, which is asked again anyway.
 */
export function retryFaults(delays: RetryDelays): Transformer {
  return async (previous, method, payload, signal) => {
    if (method === 'getUpdates' || method === 'sendChatAction') return previous(method, payload, signal);
    for (const delay of delays) {
      try {
        const answer = await previous(method, payload, signal);
        if (answer.ok || answer.error_code < 500) return answer;
      } catch (fault) {
        if (!(fault instanceof HttpError) || signal?.aborted) throw fault;
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    return previous(method, payload, signal);
  };
}
