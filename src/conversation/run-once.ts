import { LRUCache } from 'lru-cache';

export interface Run<Result> {
  readonly result: Promise<Result>;
  /** Another call began it. */
  readonly repeated: boolean;
}

/** A platform gives up on a message long before; a few minutes more do no harm. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 20_000;

/** One run for each id: whoever comes with the same id, while it runs or some minutes later, gets its result. */
export function createRunOnce<Result extends object>(
  now: () => number,
): (id: string, run: () => Promise<Result>) => Run<Result> {
  const runs = new LRUCache<string, Promise<Result>>({
    max: MOST_KEPT,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });
  return (id, run) => {
    const known = runs.get(id);
    if (known !== undefined) return { result: known, repeated: true };
    const result = run();
    runs.set(id, result);
    // What failed may be tried again.
    result.catch(() => runs.delete(id));
    return { result, repeated: false };
  };
}
