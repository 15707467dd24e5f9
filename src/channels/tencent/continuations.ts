import { LRUCache } from 'lru-cache';

/** What is to be sent for one message. */
export interface Outcome {
  /** Each within the platform's limit; none where nothing is to be said. */
  readonly segments: readonly string[];
  /** To be called once the platform has taken the first of them. */
  readonly sent: () => Promise<void>;
}

/** What each person has yet to see. */
export interface Continuations {
  /** What is left of the newest answer, in place of what was left of one before. */
  keepRest(person: string, segments: readonly string[]): void;
  /** An answer that was not ready in time. */
  keepLate(person: string, outcome: Promise<Outcome>): void;
  /** The oldest late answer, else the rest of the newest; taken once. Null where nothing is left to see. */
  take(person: string): Promise<Outcome> | null;
  forget(person: string): void;
}

interface Unseen {
  readonly late: readonly Promise<Outcome>[];
  readonly rest: readonly string[];
}

const NOTHING: Unseen = { late: [], rest: [] };
/** Whoever waits longer asks again. */
const KEPT_MS = 2 * 60 * 60_000;
const MOST_PEOPLE = 20_000;
const MOST_LATE = 3;

/** In memory: after a restart the conversation still has the last answer. `now` in milliseconds. */
export function createContinuations(now: () => number): Continuations {
  const unseen = new LRUCache<string, Unseen>({
    max: MOST_PEOPLE,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    keepRest(person, rest) {
      put(person, { ...get(person), rest });
    },
    keepLate(person, outcome) {
      const { late, rest } = get(person);
      put(person, { late: [...late, outcome].slice(-MOST_LATE), rest });
    },
    take(person) {
      const { late, rest } = get(person);
      const [first, ...others] = late;
      if (first !== undefined) {
        put(person, { late: others, rest });
        return first;
      }
      if (rest.length === 0) return null;
      unseen.delete(person);
      return Promise.resolve({ segments: rest, sent: async () => {} });
    },
    forget(person) {
      unseen.delete(person);
    },
  };

  function get(person: string): Unseen {
    return unseen.get(person) ?? NOTHING;
  }

  function put(person: string, next: Unseen): void {
    if (next.late.length === 0 && next.rest.length === 0) unseen.delete(person);
    else unseen.set(person, next);
  }
}
