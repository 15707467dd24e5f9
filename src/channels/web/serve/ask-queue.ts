/** How many answers are worked on at once, and how many people may wait for one. */
export interface QueueLimits {
  readonly running: number;
  readonly waiting: number;
  /** Nobody is let in who would wait longer than this, as far as the answers so far tell. */
  readonly waitMs: number;
}

export interface AskQueue {
  /** False where the next one would be turned away. */
  hasRoom(): boolean;
  /**
   * Runs `work` when it is its turn, telling the place in the queue until then. Rejects with the signal's reason,
   * and never starts the work, where the person is gone by then.
   */
  run<Result>(
    work: () => Promise<Result>,
    signal: AbortSignal,
    onPlace: (place: number) => void,
  ): Promise<Result>;
  /** Waiting now. */
  readonly length: () => number;
}

interface Waiting {
  readonly start: () => void;
  readonly onPlace: (place: number) => void;
}

/** How much the last answer changes what is thought of the next one. */
const WEIGHT = 0.1;

/** First come, first served. `now` in milliseconds. */
export function createAskQueue(limits: QueueLimits, now: () => number = () => performance.now()): AskQueue {
  let running = 0;
  let waiting: Waiting[] = [];
  let usualMs = 0;
  return { hasRoom, run, length: () => waiting.length };

  function hasRoom(): boolean {
    if (running < limits.running) return true;
    // A busy or slow machine shortens the queue: to come back later is better than to wait for long.
    const expectedMs = ((waiting.length + 1) * usualMs) / limits.running;
    return waiting.length < limits.waiting && expectedMs <= limits.waitMs;
  }

  async function run<Result>(
    work: () => Promise<Result>,
    signal: AbortSignal,
    onPlace: (place: number) => void,
  ): Promise<Result> {
    signal.throwIfAborted();
    if (running < limits.running) running += 1;
    else await turn(signal, onPlace);
    const started = now();
    try {
      return await work();
    } finally {
      usualMs += (now() - started - usualMs) * WEIGHT;
      // The place passes to the next one without being free in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next.start();
      tellPlaces();
    }
  }

  function turn(signal: AbortSignal, onPlace: (place: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting = waiting.filter((other) => other !== self);
        tellPlaces();
        reject(signal.reason);
      };
      const self: Waiting = {
        onPlace,
        start: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(self);
      onPlace(waiting.length);
    });
  }

  function tellPlaces(): void {
    for (const [index, { onPlace }] of waiting.entries()) onPlace(index + 1);
  }
}
