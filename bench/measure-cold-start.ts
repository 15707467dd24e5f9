import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Config } from '../src/config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Seconds of each of `times` whole `ask` commands, from the command line to the end of its process, with an index
 * on disk: what `npm run ask` runs, without npm's own start.
 */
export async function measureColdStart(
  question: string,
  times: number,
  { INDEX_DIR, CORPUS_DIR, MODELS_DIR, MODEL_NAME }: Config,
): Promise<readonly number[]> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const env = { ...process.env, INDEX_DIR, CORPUS_DIR, MODELS_DIR, MODEL_NAME };
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await promisify(execFile)(process.execPath, [tsx, 'src/main.ts', 'ask', question], { cwd: ROOT, env });
    seconds.push((performance.now() - started) / 1000);
  }
  return seconds;
}
