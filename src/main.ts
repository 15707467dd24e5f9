import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { createReadStream } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { type Notices, rebuildIndex, startApp } from './app.ts';
import { answerLine } from './channels/repl/answer-line.ts';
import { parseAskArguments } from './channels/repl/ask-arguments.ts';
import { renderPlain } from './channels/render-plain.ts';
import { renderTrace } from './channels/repl/render-trace.ts';
import { runBatch } from './channels/repl/run-batch.ts';
import { runRepl } from './channels/repl/run-repl.ts';
import { type Config, readConfig } from './config.ts';
import { WenbaoError } from './errors.ts';
import { EVALUATE_HELP, parseEvaluateArguments } from './evaluation/evaluate-arguments.ts';
import { parseCalibrateArguments, runCalibrate } from './evaluation/run-calibrate.ts';
import { runEvaluate } from './evaluation/run-evaluate.ts';

const COMMANDS = { ask, repl, ingest, evaluate, calibrate } as const;

/** The one file that reads the arguments and the environment and sets the exit code. */
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof WenbaoError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = fault.code === 'interrupted' ? 130 : fault.code === 'usage' ? 2 : 1;
}

async function main([name, ...rest]: readonly string[]): Promise<number> {
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (command === undefined) throw new WenbaoError('usage', `Usage: npm run ${Object.keys(COMMANDS).join(' | ')}`);
  try {
    process.loadEnvFile();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  return command(rest, readConfig(process.env));
}

async function ask(argumentList: readonly string[], config: Config): Promise<number> {
  const options = parseAskArguments(argumentList);
  const app = await startApp(config, notices('Indexing'), interruption());
  try {
    if (options.kind === 'batch') {
      await batch(options.file, app.answerQuestion);
      return 0;
    }
    const started = performance.now();
    const { answer, trace } = await app.answerQuestion(options.question, []);
    const latency = performance.now() - started;
    print(options.json ? JSON.stringify(answerLine(answer, latency)) : renderPlain(answer));
    if (options.why) print(`\n${renderTrace(trace, app.reports)}`);
    return answer.kind === 'failure' ? 1 : 0;
  } finally {
    await app.close();
  }
}

async function batch(file: string, answerQuestion: Parameters<typeof runBatch>[1]): Promise<void> {
  const source = file === '-' ? process.stdin : createReadStream(file);
  const opened = file === '-' ? Promise.resolve() : new Promise<void>((resolve, reject) => source.once('open' as 'data', () => resolve()).once('error', reject));
  await opened.catch((cause: unknown) => {
    throw new WenbaoError('usage', `--batch ${file}: the file cannot be read. Name a JSONL file, or - for standard input.`, cause);
  });
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  const bar = progressBar('Answered');
  await runBatch(lines, answerQuestion, {
    write: (line) => process.stdout.write(line),
    onAnswered: (count) => bar({ done: count, total: count }),
  });
  bar(null);
}

async function repl(_argumentList: readonly string[], config: Config): Promise<number> {
  const app = await startApp(config, notices('Indexing'), interruption());
  try {
    const input = createInterface({ input: process.stdin, output: process.stdout, historySize: 200 });
    await runRepl(input, { ...app, write: (text) => process.stdout.write(text) });
    return 0;
  } finally {
    await app.close();
  }
}

async function ingest(_argumentList: readonly string[], config: Config): Promise<number> {
  const started = performance.now();
  const reports = await rebuildIndex(config, notices('Indexing'), interruption());
  for (const { id, facts, headings, passages, sentences } of reports) {
    const years = [facts.yearReviewed, facts.yearPlanned].filter((year) => year !== null).join(' → ') || 'no years found';
    print(`${id}: ${facts.title || '(no title)'}, ${years}: ${headings.length} headings, ${passages.length} passages, ${sentences.length} sentences`);
  }
  print(`${reports.length} report${reports.length === 1 ? '' : 's'} indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return 0;
}

async function evaluate(argumentList: readonly string[], config: Config): Promise<number> {
  const options = parseEvaluateArguments(argumentList);
  if (options.help) {
    print(EVALUATE_HELP);
    return 0;
  }
  const signal = interruption();
  const app = await startApp(config, notices('Indexing'), signal, options.assignSplits ? 'uncalibrated' : 'calibrated');
  try {
    const output = { write: (text: string) => void process.stdout.write(text), progress: process.stderr };
    return await runEvaluate(options, { ...app, renderText: renderPlain, output, signal });
  } finally {
    await app.close();
  }
}

async function calibrate(argumentList: readonly string[], config: Config): Promise<number> {
  const options = parseCalibrateArguments(argumentList);
  const app = await startApp(config, notices('Indexing'), interruption(), 'uncalibrated');
  try {
    await runCalibrate(options, {
      ...app,
      encoderId: app.encoder.id,
      path: join(config.MODELS_DIR, 'calibration.json'),
      write: (text) => process.stdout.write(text),
    });
    return 0;
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
    onFault: (fault) => process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`),
  };
}

/** A bar on stderr, only on a terminal; null ends it. */
function progressBar(task: string): (progress: { readonly done: number; readonly total: number } | null) => void {
  if (!process.stderr.isTTY) return () => {};
  const bar = new SingleBar({ format: `${task} {bar} {value}/{total}`, clearOnComplete: true, stream: process.stderr });
  let started = false;
  return (progress) => {
    if (progress === null) {
      if (started) bar.stop();
      started = false;
    } else if (started) {
      bar.setTotal(progress.total);
      bar.update(progress.done);
    } else {
      bar.start(progress.total, progress.done);
      started = true;
    }
  };
}

/** Fires at the first Ctrl-C, so that what was begun can be put right; a second one ends at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
