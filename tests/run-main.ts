import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Only what a test gives configures a command. */
const UNCONFIGURED = {
  CORPUS_DIR: undefined,
  INDEX_DIR: undefined,
  MODELS_DIR: undefined,
  DATA_DIR: undefined,
  MODEL_NAME: undefined,
  MODEL_HOST: undefined,
  DATA_RETENTION_DAYS: undefined,
  HTTP_HOST: undefined,
  HTTP_PORT: undefined,
  PUBLIC_URL: undefined,
  TRUSTED_PROXIES: undefined,
  STAFF_PASSWORD_HASH: undefined,
  TELEGRAM_BOT_TOKEN: undefined,
  TELEGRAM_API_ROOT: undefined,
  TELEGRAM_WEBHOOK_SECRET: undefined,
};

/** A command that has ended; `code` is null where a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of main.ts as a process of its own, in a folder that is not the project's unless told. */
export async function runMain(
  argumentList: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
  folder?: string,
): Promise<Ended> {
  const running = startMain(argumentList, environment, folder);
  // A command that ends without reading leaves a closed pipe behind.
  running.stdin?.on('error', () => {});
  running.stdin?.end(input);
  return endOf(running);
}

/** As `runMain`, but left running, so that a test can lay hands on it. */
export function startMain(
  argumentList: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder: string = tmpdir(),
): ChildProcess {
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), MAIN, ...argumentList], {
    cwd: folder,
    env: { ...process.env, ...UNCONFIGURED, ...environment },
    stdio: 'pipe',
  });
}

/** Waits for the end of a command that `startMain` started, and for all it wrote. */
export async function endOf(running: ChildProcess): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    running[name]?.setEncoding('utf8').on('data', (part: string) => {
      written[name] += part;
    });
  }
  const [code, signal] = await once(running, 'close');
  return { code, signal, ...written };
}
