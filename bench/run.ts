/**
 * `npm run bench`: what an answer costs, beside the bare model and beside a tutorial's stack in the same run, since
 * figures of two runs differ by what else the machine does. Takes no arguments.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnswerQuestion } from '../src/answer/answer-question.ts';
import { closeParts, loadParts, type Parts, wireCollaborators } from '../src/app.ts';
import { renderPlain } from '../src/channels/render-plain.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { Case } from '../src/domain/case.ts';
import { readAllCases } from '../src/evaluation/read-cases.ts';
import { startBareModels } from './bare-models.ts';
import { buildOnce } from './build-once.ts';
import { compareEvidence } from './compare-evidence.ts';
import { figureRows } from './figure-rows.ts';
import type { Figures } from './figures.ts';
import { measureColdStart } from './measure-cold-start.ts';
import { measureService } from './measure-service.ts';
import { recordInputs } from './record-inputs.ts';
import { renderRows } from './render-rows.ts';
import { sampleCases } from './sample-cases.ts';
import { showStep } from './show-step.ts';
import { throwFault, throwFaults } from './throw-faults.ts';
import { timeAnswers } from './time-answers.ts';
import { createTutorialStack } from './tutorial-stack.ts';

const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));
const QUESTIONS = 150;
const ROUNDS = 2;
const CONCURRENCY = 8;
/** Half of them one after the other, half of them `CONCURRENCY` at a time. */
const SERVICE_ANSWERS = 500;
const COLD_STARTS = 3;

// An index of its own: the one in use is neither read nor touched.
const indexDirectory = mkdtempSync(join(tmpdir(), 'wenbao-bench-'));
process.once('exit', () => rmSync(indexDirectory, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

const started = performance.now();
const config = readConfig({ ...process.env, INDEX_DIR: indexDirectory, MODEL_HOST: undefined });
showStep('Building the index');
const build = await buildOnce(config);
showStep('Starting');
const { parts } = await loadParts(config, throwFaults);
const cases = await readAllCases(SEEDS, parts.reports);
const questions = sampleCases(cases, QUESTIONS).map(({ question }) => question);
const measured = await measureAnswers(config, parts, cases, questions).finally(() => closeParts(parts));
showStep('Counting answers a second');
const service = await measureService({
  config,
  questions: repeat(questions, SERVICE_ANSWERS / 2),
  concurrency: CONCURRENCY,
});
showStep('Measuring cold starts');
const coldStarts = await measureColdStart(firstAnswerable(cases), COLD_STARTS, config);
showStep('');

const rows = figureRows({
  ...measured,
  build,
  service,
  serviceAnswers: SERVICE_ANSWERS,
  concurrency: CONCURRENCY,
  coldStarts,
});
const machine = `${process.platform} ${process.arch}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`;
const asked = `${parts.encoder.id}, ${parts.reranker.id}, ${build.sentences} sentences, ${questions.length} questions × ${ROUNDS} rounds, ${((performance.now() - started) / 1000).toFixed(0)} s in all`;
process.stdout.write(
  `${machine}\n${asked}\n\n${renderRows(['measure', 'figure or p50', 'p95', 'ratio or rate'], rows)}`,
);

async function measureAnswers(
  { MODELS_DIR }: Config,
  parts: Parts,
  cases: readonly Case[],
  questions: readonly string[],
): Promise<Pick<Figures, 'timings' | 'evidence'>> {
  const { encoder, reranker, taken } = recordInputs(parts);
  const answerQuestion = createAnswerQuestion(wireCollaborators({ ...parts, encoder, reranker }, throwFault));
  const tutorialReply = await createTutorialStack(parts.reports, parts.encoder);
  const bareModels = await startBareModels(MODELS_DIR, parts, firstAnswerable(cases));
  try {
    const timings = await timeAnswers({
      questions,
      rounds: ROUNDS,
      answerQuestion,
      taken,
      tutorialReply,
      bareModels,
      progressed: (done, total) => showStep(`Timing answers ${done}/${total}`),
    });
    const evidence = await compareEvidence(cases, {
      answerQuestion,
      renderText: renderPlain,
      tutorialReply,
      progressed: (done, total) => showStep(`Comparing evidence ${done}/${total}`),
    });
    return { timings, evidence };
  } finally {
    await bareModels.close();
  }
}

function firstAnswerable(cases: readonly Case[]): string {
  return cases.find(({ kinds, history }) => kinds.includes('answer') && history.length === 0)?.question ?? '';
}

/** The questions over and over, `count` in all. */
function repeat(questions: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => questions[index % questions.length] ?? '');
}
