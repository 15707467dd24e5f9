import { LRUCache } from 'lru-cache';

export interface Run<Result> {
  readonly result: Promise<Result>;
  /** Another call began it. */
  readonly repeated: boolean;
}

/** A run that has begun, and how many wait for it. */
interface Begun<Result> {
  readonly result: Promise<Result>;
  waiting: number;
  readonly giveUp: AbortController;
}

/** A platform gives up on a message long before; later ones are known by what the conversation has kept. */
const KEPT_MS = 2 * 60_000;
const MOST_KEPT = 5000;

/**
 * One run for each id: whoever comes with the same id, while it runs or some minutes later, gets its result. Whoever
 * comes with a signal may leave by it; a run that all have left is given up, and the next one begins anew.
 */
export function createRunOnce<Result extends object>(
  now: () => number,
): (id: string, run: (signal: AbortSignal) => Promise<Result>, leaving?: AbortSignal) => Run<Result> {
  const runs = new LRUCache<string, Begun<Result>>({
    max: MOST_KEPT,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });
  return (id, run, leaving) => {
    leaving?.throwIfAborted();
    const known = runs.get(id);
    const begun = known ?? begin(id, run);
    begun.waiting += 1;
    const leave = () => {
      begun.waiting -= 1;
      if (begun.waiting > 0) return;
      forget(id, begun);
      begun.giveUp.abort(leaving?.reason);
    };
    leaving?.addEventListener('abort', leave, { once: true });
    const stay = () => leaving?.removeEventListener('abort', leave);
    begun.result.then(stay, stay);
    return { result: begun.result, repeated: known !== undefined };
  };

  function begin(id: string, run: (signal: AbortSignal) => Promise<Result>): Begun<Result> {
    const giveUp = new AbortController();
    const begun = { result: run(giveUp.signal), waiting: 0, giveUp };
    runs.set(id, begun);
    // What failed may be tried again.
    begun.result.catch(() => forget(id, begun));
    return begun;
  }

  function forget(id: string, begun: Begun<Result>): void {
    if (runs.get(id) === begun) runs.delete(id);
  }
}
