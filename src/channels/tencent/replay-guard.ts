import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What is known of a request whose signature is right. */
interface SignedRequest {
  /** Seconds since 1970, as the platform wrote it. */
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string | Buffer;
}

/**
 * Tells whether a signed request may be read. A platform that got no answer in time sends the same bytes again, so
 * the same request is let in a few times within a minute; later, more often, or with another body under the same
 * signature (which in plain mode does not cover the body) it is a replay.
 */
export type ReplayGuard = (request: SignedRequest) => 'fresh' | 'stale' | 'replayed';

/** How far the clocks of the platform and of this machine may differ. */
const WINDOW_MS = 10 * 60_000;
/** The first request and "three retries"; whether these are three or four requests is not documented. */
const MOST_DELIVERIES = 4;
/** Four requests of five seconds each take twenty. */
const RETRIES_END_MS = 60_000;
/** Two windows of forty messages a second. */
const MOST_REMEMBERED = 50_000;

/** `now` is in milliseconds since 1970. */
export function createReplayGuard(now: () => number): ReplayGuard {
  const seen = new LRUCache<string, { readonly digest: string; readonly firstAt: number; times: number }>({
    max: MOST_REMEMBERED,
  });
  return ({ timestamp, signature, body }) => {
    const time = now();
    if (!/^\d{1,11}$/.test(timestamp) || Math.abs(time - Number(timestamp) * 1000) > WINDOW_MS)
      return 'stale';
    const digest = createHash('sha256').update(body).digest('base64');
    const before = seen.get(signature);
    if (before === undefined) {
      seen.set(signature, { digest, firstAt: time, times: 1 });
      return 'fresh';
    }
    before.times += 1;
    const isRetry =
      before.digest === digest && before.times <= MOST_DELIVERIES && time - before.firstAt <= RETRIES_END_MS;
    return isRetry ? 'fresh' : 'replayed';
  };
}
