import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MESSAGES } from '../messages.ts';
import { Refused } from './refused.ts';

/** So many in a window of so many seconds. */
export interface RateLimit {
  readonly count: number;
  readonly windowS: number;
}

/** Takes one from a key's allowance; rejects with Refused 429, which says when to come back. */
export type TakeOne = (key: string) => Promise<void>;

/** Counts by key, in memory: an address or a person is forgotten with the window. */
export function createRateLimit({ count, windowS }: RateLimit): TakeOne {
  const limiter = new RateLimiterMemory({ points: count, duration: windowS });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (limited) {
      if (!(limited instanceof RateLimiterRes)) throw limited;
      const seconds = Math.max(1, Math.ceil(limited.msBeforeNext / 1000));
      throw new Refused(429, MESSAGES.refused.tooFast(seconds), seconds);
    }
  };
}
