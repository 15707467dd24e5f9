import type { ChildProcess } from 'node:child_process';
import { startModelWorker } from '../../src/models/model-process.ts';

/** Starts real workers and keeps them, the newest last, for tests that kill them. */
export function recordWorkers() {
  const workers: ChildProcess[] = [];
  return {
    workers,
    startWorker(): ChildProcess {
      const worker = startModelWorker();
      workers.push(worker);
      return worker;
    },
  };
}
