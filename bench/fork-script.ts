import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A script of this folder in a process of its own, which gives one reply to each request. */
export interface Script<Request, Reply> {
  /** One at a time. Rejects when the script ends instead of replying; why stands on stderr. */
  request(message: Request): Promise<Reply>;
  close(): Promise<void>;
}

/** Starts `file`, a name in this folder, as the encoder starts its worker: under tsx, arrays sent as they are. */
export function forkScript<Request extends object, Reply>(file: string): Script<Request, Reply> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const stopped = exit.then(([code, signal]): never => {
    throw new Error(`bench/${file} stopped (${code === null ? signal : `exit code ${code}`})`);
  });
  // It is told to the request that waits, and to nobody where none does.
  stopped.catch(() => {});

  return {
    async request(message) {
      const reply = once(child, 'message');
      // The error of the pipe says no more than the exit.
      child.send(message, () => {});
      const [received] = await Promise.race([reply, stopped]);
      return received as Reply;
    },
    async close() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
