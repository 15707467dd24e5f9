import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WenbaoError } from '../errors.ts';
import type { Encoding } from './encoder.ts';
import type { EncoderReply, EncoderRequest, EncoderWorkerOptions } from './encoder-messages.ts';

/** Starts one encoder worker; tests pass their own to lay hands on the process. */
export type StartEncoderWorker = () => ChildProcess;

/** The encoder's worker, started again when it dies. */
export interface EncoderProcess {
  /** Requests are worked off one after the other, in the order of the calls; the first waits for the model. */
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
 * A process, not a thread: onnxruntime-node 1.14 keeps its JavaScript references in variables of the whole
 * process, so a thread that is stopped in a pass, or a second one after it, ends the process in a crash.
 * The worker's stdout is nobody's, since ours may carry JSON lines.
 */
export const startEncoderWorker: StartEncoderWorker = () => {
  // By its address, so that it is found from any working folder.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL('./encoder-worker.ts', import.meta.url)), [], {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
};

/**
 * Owns the worker. One request is in the worker at a time, so that a death is charged to the request
 * that met it: it is sent once more to a fresh worker, then rejected with WenbaoError `model`.
 * The worker holds our process only while a request is open, and ends with it.
 */
export function createEncoderProcess(options: {
  readonly worker: EncoderWorkerOptions;
  readonly startWorker: StartEncoderWorker;
  readonly onRestart: (reason: string) => void;
}): EncoderProcess {
  const jobs: Job[] = [];
  let worker: ChildProcess | null = null;
  let busy = false;
  let closed = false;
  let restartReason: string | null = null;

  return {
    encode(texts) {
      if (closed) return Promise.reject(closedFault());
      return new Promise((resolve, reject) => {
        jobs.push({ texts, resolve, reject, retried: false });
        sendNext();
      });
    },
    async close() {
      closed = true;
      for (const job of jobs.splice(0)) job.reject(closedFault());
      const stopped = worker;
      worker = null;
      if (stopped === null) return;
      hold(stopped);
      const exit = once(stopped, 'exit');
      stopped.kill('SIGKILL');
      await exit;
    },
  };

  function sendNext(): void {
    const [job] = jobs;
    if (job === undefined && worker !== null) letGo(worker);
    if (job === undefined || busy || closed) return;
    busy = true;
    worker ??= open();
    hold(worker);
    send(worker, { kind: 'encode', texts: job.texts });
  }

  function open(): ChildProcess {
    if (restartReason !== null)
      options.onRestart(`the encoder stopped (${restartReason}) and is started again`);
    restartReason = null;
    const opened = options.startWorker();
    send(opened, { kind: 'load', ...options.worker });
    opened.on('message', (message) => {
      if (opened === worker) receive(message as EncoderReply);
    });
    // A process that cannot be started has no exit.
    opened.once('error', ({ message }) => {
      if (opened === worker) replace(message);
    });
    opened.once('exit', (code, signal) => {
      if (opened === worker) replace(code === null ? String(signal) : `exit code ${code}`);
    });
    return opened;
  }

  function receive(reply: EncoderReply): void {
    const job = jobs.shift();
    busy = false;
    if (reply.kind === 'encoded') job?.resolve(reply.encodings.map(detach));
    else job?.reject(fault(reply.message));
    sendNext();
  }

  /** The worker is gone: its request gets one more try, and the next request a fresh worker. */
  function replace(reason: string): void {
    worker = null;
    busy = false;
    restartReason = reason;
    const [job] = jobs;
    if (job?.retried) {
      jobs.shift();
      const remedy = 'start wenbao again, and if it stays so look for free memory';
      job.reject(fault(`the encoder stopped twice on one request (${reason}); ${remedy}`));
    } else if (job !== undefined) {
      job.retried = true;
    }
    sendNext();
  }

  function closedFault(): WenbaoError {
    return fault('the encoder is closed');
  }

  function fault(detail: string): WenbaoError {
    return new WenbaoError('model', `Model ${options.worker.name}: ${detail}`);
  }
}

function send(worker: ChildProcess, request: EncoderRequest): void {
  // A worker that is gone is seen by its exit; the error of the pipe says nothing more.
  worker.send(request, () => {});
}

/** The arrays of a reply lie in one buffer, which whoever keeps a single vector would keep whole. */
function detach({ cls, tokens, tokenCount, spans }: Encoding): Encoding {
  return { cls: cls.slice(), tokens: tokens.slice(), tokenCount, spans: spans.slice() };
}

function hold(worker: ChildProcess): void {
  worker.ref();
  worker.channel?.ref();
}

function letGo(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
}
