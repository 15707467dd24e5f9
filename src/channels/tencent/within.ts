import { setTimeout as sleep } from 'node:timers/promises';

/** What the promise came to, or null after so many milliseconds. */
export async function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result | null> {
  const waiting = new AbortController();
  try {
    return await Promise.race([promise, sleep(milliseconds, null, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}
