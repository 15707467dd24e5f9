import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WenbaoError } from '../errors.ts';
import type {
  ModelReply,
  ModelRequest,
  ModelResult,
  ModelTask,
  ModelWorkerOptions,
} from './model-messages.ts';

/** Starts one worker; tests pass their own to lay hands on the process. */
export type StartModelWorker = () => ChildProcess;

/** A model's worker, started again when it dies. */
export interface ModelProcess {
  /** Tasks are worked off one after the other, in the order of the calls; the first waits for the model. */
  run(task: ModelTask): Promise<ModelResult>;
  close(): Promise<void>;
}

interface Job {
  readonly task: ModelTask;
  readonly resolve: (result: ModelResult) => void;
  readonly reject: (fault: WenbaoError) => void;
  retried: boolean;
}

/**
 * A process, not a thread: onnxruntime-node 1.14 keeps its JavaScript references in variables of the whole
 * process, so a thread that is stopped in a pass, or a second one after it, ends the process in a crash.
 * The worker's stdout is nobody's, since ours may carry JSON lines.
 */
export const startModelWorker: StartModelWorker = () => {
  // By its address, so that it is found from any working folder.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL('./model-worker.ts', import.meta.url)), [], {
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
export function createModelProcess(options: {
  readonly worker: ModelWorkerOptions;
  readonly startWorker: StartModelWorker;
  readonly onRestart: (reason: string) => void;
}): ModelProcess {
  const { role, name } = options.worker;
  const jobs: Job[] = [];
  let worker: ChildProcess | null = null;
  let busy = false;
  let closed = false;
  let restartReason: string | null = null;

  return {
    run(task) {
      if (closed) return Promise.reject(closedFault());
      return new Promise((resolve, reject) => {
        jobs.push({ task, resolve, reject, retried: false });
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
    send(worker, job.task);
  }

  function open(): ChildProcess {
    if (restartReason !== null)
      options.onRestart(`the ${role} stopped (${restartReason}) and is started again`);
    restartReason = null;
    const opened = options.startWorker();
    send(opened, { kind: 'load', ...options.worker });
    opened.on('message', (message) => {
      if (opened === worker) receive(message as ModelReply);
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

  function receive(reply: ModelReply): void {
    const job = jobs.shift();
    busy = false;
    if (reply.kind === 'fault') job?.reject(fault(reply.message));
    else job?.resolve(reply);
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
      job.reject(fault(`the ${role} stopped twice on one request (${reason}); ${remedy}`));
    } else if (job !== undefined) {
      job.retried = true;
    }
    sendNext();
  }

  function closedFault(): WenbaoError {
    return fault(`the ${role} is closed`);
  }

  function fault(detail: string): WenbaoError {
    return new WenbaoError('model', `Model ${name}: ${detail}`);
  }
}

function send(worker: ChildProcess, request: ModelRequest): void {
  // A worker that is gone is seen by its exit; the error of the pipe says nothing more.
  worker.send(request, () => {});
}

function hold(worker: ChildProcess): void {
  worker.ref();
  worker.channel?.ref();
}

function letGo(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
}
