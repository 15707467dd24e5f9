import { Worker } from 'node:worker_threads';
import { WenbaoError } from '../errors.ts';
import type { Encoding } from './encoder.ts';
import type { EncodeRequest, EncoderReply, EncoderWorkerData } from './encoder-messages.ts';
import { closeGate, createPassGate } from './pass-gate.ts';
import { requireOnnxRuntime } from './require-onnx-runtime.ts';

/** Starts one encoder worker; tests pass their own to lay hands on the thread. */
export type StartEncoderWorker = (data: EncoderWorkerData) => Worker;

/** The encoder's worker thread, started again when it dies. */
export interface EncoderThread {
  /** Waits for the worker to have loaded the model and gives the length of its vectors. */
  start(): Promise<number>;
  /** Requests are worked off one after the other, in the order of the calls. */
  encode(texts: readonly string[]): Promise<Encoding[]>;
  close(): Promise<void>;
}

interface Job {
  readonly texts: readonly string[];
  readonly resolve: (encodings: Encoding[]) => void;
  readonly reject: (fault: WenbaoError) => void;
  retried: boolean;
}

/**
 * `execArgv` is empty because the entry registers what it needs; the parent's flags would do it twice.
 * The runtime is loaded here too, though never used here: the process unregisters the native module with the
 * last thread that holds it, and no later worker could load it again ("Module did not self-register").
 */
export const startEncoderWorker: StartEncoderWorker = (workerData) => {
  requireOnnxRuntime();
  const entry = new URL('./encoder-worker-entry.js', import.meta.url);
  return new Worker(entry, { workerData, execArgv: [], name: 'encoder' });
};

/**
 * Owns the worker. One request is in the worker at a time, so that a death is charged to the request
 * that met it: it is sent once more to a fresh worker, then rejected with WenbaoError `model`.
 * The thread holds the process only while a request is open.
 */
export function createEncoderThread(options: {
  readonly data: Omit<EncoderWorkerData, 'gate'>;
  readonly startWorker: StartEncoderWorker;
  readonly onRestart: (reason: string) => void;
}): EncoderThread {
  const jobs: Job[] = [];
  let worker: Worker | null = null;
  let gate = createPassGate();
  let busy = false;
  let closed = false;
  let lastFault = '';
  let restartReason: string | null = null;

  return {
    async start() {
      const [encoding] = await enqueue(['']);
      return encoding?.cls.length ?? 0;
    },
    encode: enqueue,
    async close() {
      closed = true;
      for (const job of jobs.splice(0)) job.reject(closedFault());
      const stopped = worker;
      worker = null;
      stopPasses();
      await stopped?.terminate();
    },
  };

  function enqueue(texts: readonly string[]): Promise<Encoding[]> {
    if (closed) return Promise.reject(closedFault());
    return new Promise((resolve, reject) => {
      jobs.push({ texts, resolve, reject, retried: false });
      sendNext();
    });
  }

  function sendNext(): void {
    const [job] = jobs;
    if (job === undefined) worker?.unref();
    if (job === undefined || busy || closed) return;
    busy = true;
    worker ??= open();
    worker.ref();
    worker.postMessage({ texts: job.texts } satisfies EncodeRequest);
  }

  function open(): Worker {
    if (restartReason !== null)
      options.onRestart(`the encoder stopped (${restartReason}) and is started again`);
    restartReason = null;
    gate = createPassGate();
    process.once('exit', stopPasses);
    const opened = options.startWorker({ ...options.data, gate });
    opened.on('message', (reply: EncoderReply) => {
      if (opened === worker) receive(reply);
    });
    opened.on('error', (cause) => {
      lastFault = cause instanceof Error ? cause.message : String(cause);
    });
    opened.on('exit', (code) => {
      if (opened === worker) replace(lastFault === '' ? `exit code ${code}` : lastFault);
    });
    return opened;
  }

  function stopPasses(): void {
    process.off('exit', stopPasses);
    closeGate(gate);
  }

  function receive(reply: EncoderReply): void {
    if (reply.kind === 'ready') return;
    const job = jobs.shift();
    busy = false;
    if (reply.kind === 'encoded') job?.resolve(reply.encodings);
    else job?.reject(new WenbaoError('model', `Model ${options.data.name}: ${reply.message}`));
    sendNext();
  }

  /** The worker is gone: its request gets one more try, and the next request a fresh worker. */
  function replace(reason: string): void {
    worker = null;
    busy = false;
    process.off('exit', stopPasses);
    lastFault = '';
    const [job] = jobs;
    if (job?.retried) {
      jobs.shift();
      const message = `Model ${options.data.name}: the encoder stopped twice on one request (${reason}); start wenbao again, and if it stays so check the free memory`;
      job.reject(new WenbaoError('model', message));
    } else if (job !== undefined) {
      job.retried = true;
    }
    restartReason = reason;
    sendNext();
  }

  function closedFault(): WenbaoError {
    return new WenbaoError('model', `Model ${options.data.name}: the encoder is closed`);
  }
}
