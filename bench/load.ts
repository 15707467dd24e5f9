import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { readKnownQuestions } from '../src/evaluation/known-questions.ts';
import { percentile } from '../src/evaluation/percentile.ts';
import { serve } from '../src/serve.ts';
import { startPlatforms } from './load-channels.ts';
import { runLoad } from './run-load.ts';
import { tagAnswers } from './tag-answers.ts';

// Many people at once over every channel, against stand-ins for the platforms: npm run load -- --people 200 --turns 20
// --rate 20. Says what was crossed, lost or run twice, how long replies took, and what became of the memory.
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    turns: { type: 'string', default: '20' },
    rate: { type: 'string', default: '20' },
  },
});
const [people, turns, rate] = [values.people, values.turns, values.rate].map(Number) as [
  number,
  number,
  number,
];
if (![people, turns, rate].every((number) => number > 0 && number <= 100_000)) {
  throw new Error('--people, --turns and --rate are numbers above 0');
}

const folder = await mkdtemp(join(tmpdir(), 'wenbao-load-'));
const platforms = await startPlatforms();
const config = readConfig({ ...platforms.environment, DATA_DIR: folder, HTTP_PORT: '0' });
const app = await startApp(config, { say });
const tagged = tagAnswers(app.answerQuestion);
const controller = new AbortController();
let ended: Promise<void> = Promise.resolve();
try {
  const address = await serving();
  const known = await Promise.all(app.reports.map((report) => readKnownQuestions('seeds', report)));
  const questions = known.flat().map(({ question }) => question);
  const before = memory();
  const started = performance.now();
  const result = await runLoad({ people, turns, rate, questions, channels: platforms.channels(address) });
  const seconds = (performance.now() - started) / 1000;
  const { runs, strangeTurns, missingTurns } = tagged.counts();
  const doubled = [...runs.values()].filter((count) => count > 1).length;
  print(`${people} people × ${turns} turns: ${result.sent} messages in ${seconds.toFixed(0)} s`);
  print(
    `crossed ${result.crossed}, own earlier answer once more ${result.late}, lost ${result.lost}, run twice ${doubled}`,
  );
  print(`histories with another person's turn ${strangeTurns}, without one of their own ${missingTurns}`);
  for (const [name, times] of result.times) {
    print(`${name}: p50 ${at(times, 50)} ms, p95 ${at(times, 95)} ms, of ${times.length}`);
  }
  print(`memory: ${before} MiB before, ${memory()} MiB after`);
  process.exitCode = result.crossed + result.lost + doubled + strangeTurns + missingTurns === 0 ? 0 : 1;
} finally {
  controller.abort();
  await ended;
  await app.close();
  await platforms.close();
  await rm(folder, { recursive: true });
}

/** Starts to serve, and resolves with the address. */
function serving(): Promise<string> {
  return new Promise((resolve, reject) => {
    const tell = (line: string) => {
      const address = /^Serving (http:\S+)/u.exec(line)?.[1];
      if (address === undefined) say(line);
      else resolve(address);
    };
    const served = { ...app, answerQuestion: tagged.answerQuestion };
    ended = serve({ app: served, config, known: [], seeds: 'seeds', say: tell, signal: controller.signal });
    ended.catch(reject);
  });
}

function memory(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 2 ** 20);
}

function at(times: readonly number[], rank: number): string {
  return percentile(times, rank)?.toFixed(0) ?? '–';
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
