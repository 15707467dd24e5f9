import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type App, type Calibration, type Notices, rebuildIndex, startApp } from './app.ts';
import { renderPlain } from './channels/render-plain.ts';
import { answerLine } from './channels/repl/answer-line.ts';
import { parseAskArguments } from './channels/repl/ask-arguments.ts';
import { renderTrace } from './channels/repl/render-trace.ts';
import { runBatch } from './channels/repl/run-batch.ts';
import { startRepl, TYPED_KEPT } from './channels/repl/start-repl.ts';
import { readPasswordHash } from './channels/web/staff/read-password-hash.ts';
import { type Config, readConfig } from './config.ts';
import { createReceipts } from './conversation/receipts.ts';
import { writeSafeMode } from './conversation/safe-mode.ts';
import { parseSafeModeArguments } from './conversation/safe-mode-arguments.ts';
import { createStaffFiles } from './conversation/staff-files.ts';
import { WenbaoError } from './errors.ts';
import { truncateDisplay } from './evaluation/display-width.ts';
import { EVALUATE_HELP, parseEvaluateArguments } from './evaluation/evaluate-arguments.ts';
import { fileCase, listClasses } from './evaluation/file-case.ts';
import { readAllKnownQuestions } from './evaluation/known-questions.ts';
import { findEvidence, proposeCase } from './evaluation/propose-case.ts';
import { parseCalibrateArguments, runCalibrate } from './evaluation/run-calibrate.ts';
import { runEvaluate } from './evaluation/run-evaluate.ts';
import { createRequestLog } from './log.ts';
import { progressBar } from './progress-bar.ts';
import { serve } from './serve.ts';
import { setWechatMenu } from './set-wechat-menu.ts';

const COMMANDS = {
  ask,
  repl,
  ingest,
  evaluate,
  calibrate,
  serve: serveChannels,
  'hash-password': printPasswordHash,
  'wechat-menu': (_list: readonly string[], config: Config) => setWechatMenu(config, print),
  'safe-mode': switchSafeMode,
} as const;
const ONE_PRESS_MS = 1000;
/** As `evaluate` has it: below the folder the command is started in. */
const SEEDS = 'seeds';

/** The one file that reads the arguments and the environment and sets the exit code. */
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  // Whoever reads a pipe may have seen enough (… | head); nobody is left to write to.
  if (fault.code !== 'EPIPE') process.stderr.write(`Standard output cannot be written: ${fault.message}\n`);
  process.exit(fault.code === 'EPIPE' ? 0 : 1);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof WenbaoError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = fault.code === 'interrupted' ? 130 : fault.code === 'usage' ? 2 : 1;
}

async function main([name, ...rest]: readonly string[]): Promise<number> {
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (command === undefined) {
    const problem = name === undefined ? '' : `There is no command ${name}. `;
    throw new WenbaoError('usage', `${problem}Usage: npm run ${Object.keys(COMMANDS).join(' | ')}`);
  }
  try {
    process.loadEnvFile();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  return command(rest, readConfig(process.env));
}

async function ask(argumentList: readonly string[], config: Config): Promise<number> {
  const options = parseAskArguments(argumentList);
  // Opened before the model is loaded: a file that is not there is told at once.
  if (options.kind === 'batch') return askBatch(await openBatch(options.file), config);
  return withApp(config, async ({ answerQuestion, reports }) => {
    const started = performance.now();
    const { answer, trace } = await answerQuestion(options.question, []);
    const latency = performance.now() - started;
    print(options.json ? JSON.stringify(answerLine(answer, latency)) : renderPlain(answer));
    if (options.why) print(`\n${renderTrace(trace, reports)}`);
    return answer.kind === 'failure' ? 1 : 0;
  });
}

/** The file's bytes; throws WenbaoError `usage` where there is no such file. */
async function openBatch(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('a folder');
    return handle.createReadStream();
  } catch (cause) {
    const message = `--batch ${file}: the file cannot be read. Name a JSONL file, or - for standard input.`;
    throw new WenbaoError('usage', message, cause);
  }
}

function askBatch(input: Readable, config: Config): Promise<number> {
  return withApp(config, async ({ answerQuestion }) => {
    const bar = progressBar('Answered');
    await runBatch(input, answerQuestion, {
      write: (line) => process.stdout.write(line),
      onAnswered: (count) => bar({ done: count, total: count }),
    });
    bar(null);
    return 0;
  });
}

function repl(_argumentList: readonly string[], config: Config): Promise<number> {
  return withApp(config, async (app) => {
    const files = createStaffFiles(config.DATA_DIR, TYPED_KEPT);
    await startRepl(
      { input: process.stdin, output: process.stdout },
      {
        ...app,
        receipts: createReceipts(config.DATA_DIR),
        cases: {
          classes: (reportId) => listClasses(SEEDS, reportId),
          propose: proposeCase,
          findEvidence,
          file: (...draft) => fileCase(SEEDS, ...draft),
          note: files.addNote,
        },
        readTyped: files.readTyped,
        remember: files.addTyped,
        truncate: truncateDisplay,
      },
    );
    return 0;
  });
}

async function ingest(_argumentList: readonly string[], config: Config): Promise<number> {
  const started = performance.now();
  const reports = await interruptible((signal) => rebuildIndex(config, notices('Indexing'), signal));
  for (const { id, facts, headings, passages, sentences } of reports) {
    const years =
      [facts.yearReviewed, facts.yearPlanned].filter((year) => year !== null).join(' → ') || 'no years found';
    print(
      `${id}: ${facts.title || '(no title)'}, ${years}: ${headings.length} headings, ${passages.length} passages, ${sentences.length} sentences`,
    );
  }
  print(
    `${reports.length} report${reports.length === 1 ? '' : 's'} indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return 0;
}

async function evaluate(argumentList: readonly string[], config: Config): Promise<number> {
  const options = parseEvaluateArguments(argumentList);
  if (options.help) {
    print(EVALUATE_HELP);
    return 0;
  }
  const output = { write: (text: string) => void process.stdout.write(text), progress: process.stderr };
  return interruptible((signal) =>
    withApp(
      config,
      (app) => runEvaluate(options, { ...app, renderText: renderPlain, output, signal }),
      options.assignSplits ? 'uncalibrated' : 'calibrated',
    ),
  );
}

function calibrate(argumentList: readonly string[], config: Config): Promise<number> {
  const options = parseCalibrateArguments(argumentList);
  const path = join(config.MODELS_DIR, 'calibration.json');
  return withApp(
    config,
    async (app) => {
      const write = (text: string) => void process.stdout.write(text);
      await runCalibrate(options, { ...app, path, write });
      return 0;
    },
    'uncalibrated',
  );
}

async function serveChannels(_argumentList: readonly string[], config: Config): Promise<number> {
  const signal = askedToStop();
  return withApp(config, async (app) => {
    const { say } = notices('Indexing');
    const known = await readAllKnownQuestions(SEEDS, app.reports, say);
    await serve({
      app,
      config,
      known,
      seeds: SEEDS,
      say,
      signal,
      logRequest: createRequestLog(process.stdout),
    });
    return 0;
  });
}

async function printPasswordHash(): Promise<number> {
  if (process.stdin.isTTY) process.stderr.write('The password, then Enter: ');
  print(await readPasswordHash(process.stdin));
  return 0;
}

async function switchSafeMode(argumentList: readonly string[], config: Config): Promise<number> {
  const { place, setting } = parseSafeModeArguments(argumentList);
  await writeSafeMode(config.DATA_DIR, place, setting);
  print(`${place}: ${setting.mode} (${setting.comment})`);
  return 0;
}

/** Fires at the first SIGTERM or SIGINT; a second press ends the process at once. */
function askedToStop(): AbortSignal {
  const controller = new AbortController();
  let first = Number.POSITIVE_INFINITY;
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => {
      // One press may come twice: from the terminal, and passed on by npm.
      if (performance.now() - first > ONE_PRESS_MS) process.exit(130);
      first = Math.min(first, performance.now());
      controller.abort();
    });
  }
  return controller.signal;
}

/** Starts the app, hands it to `work`, and closes it. */
async function withApp(
  config: Config,
  work: (app: App) => Promise<number>,
  calibration?: Calibration,
): Promise<number> {
  const app = await interruptible(async (signal) => {
    const started = await startApp(config, notices('Indexing'), signal, calibration);
    if (!signal.aborted) return started;
    await started.close();
    throw new WenbaoError('interrupted', 'Interrupted before it was ready');
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

function notices(task: string): Notices {
  const bar = progressBar(task);
  return {
    say: (line) => process.stderr.write(`${line}\n`),
    onProgress: (progress) => {
      bar(progress);
      if (progress.done === progress.total) bar(null);
    },
    onFault: (fault) =>
      process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`),
  };
}

/** Ctrl-C in `work` lets it put right what it began; a second one, and one outside of it, ends the process at once. */
async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  let first = Number.POSITIVE_INFINITY;
  const interrupt = () => {
    // One press comes twice: from the terminal, and from tsx, which passes its own on.
    if (performance.now() - first > ONE_PRESS_MS) process.exit(130);
    first = Math.min(first, performance.now());
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  try {
    return await work(controller.signal);
  } finally {
    // What was interrupted is on its way out, and the second half of the press may come yet.
    if (!controller.signal.aborted) process.off('SIGINT', interrupt);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
