/**
 * A word between the encoder's thread and its worker: the process aborts when a worker is stopped in the middle
 * of a pass (the runtime then makes its result in a thread that is going away), also by `process.exit`.
 */
export type PassGate = Int32Array<SharedArrayBuffer>;

const RUNNING = 0;
const STOPPED = 1;

/** Longer than loading the model or reading the longest text takes. */
const WAIT_MS = 5_000;

export function createPassGate(): PassGate {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** For the worker: runs a pass, or, when the gate is closed, waits for the end without one. */
export async function pass<Result>(gate: PassGate, run: () => Promise<Result>): Promise<Result> {
  Atomics.store(gate, RUNNING, 1);
  try {
    if (Atomics.load(gate, STOPPED) === 0) return await run();
  } finally {
    Atomics.store(gate, RUNNING, 0);
    Atomics.notify(gate, RUNNING);
  }
  return new Promise<never>(() => {});
}

/** For its owner: lets no further pass begin and blocks until the running one is over (5 ms a sentence). */
export function closeGate(gate: PassGate): void {
  Atomics.store(gate, STOPPED, 1);
  if (Atomics.load(gate, RUNNING) === 1) Atomics.wait(gate, RUNNING, 1, WAIT_MS);
}
