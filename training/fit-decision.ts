/**
 * `npx tsx training/fit-decision.ts REPORTS`: fits models/calibration.json on the dev half of seeds/ and on the
 * questions of training/questions about the reports that no model has learned from (held_out.json), each asked of
 * its own report alone as the product would be. REPORTS is the folder of their texts, `<name>.txt`.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { Case } from '../src/domain/case.ts';
import type { Span } from '../src/domain/report.ts';
import type { ReadCase } from '../src/evaluation/fit-decision.ts';
import { type FurtherCases, readAll, runCalibrate } from '../src/evaluation/run-calibrate.ts';
import { readJudged } from './judged.ts';
import { locateEvidence, parseTrainingQuestion, type TrainingQuestion } from './locate-evidence.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Of near misses, which are meant to be hard; those that the rest of the report answers are counted as answered. */
const MAX_FALSE_ANSWER = 0.17;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npx tsx training/fit-decision.ts <folder of *.txt reports>');
  process.exit(2);
}
const config = readConfig({});
const say = (line: string) => console.error(line);
const questions = await readQuestions();
const judged = await readJudged(join(HERE, 'judged.tsv'));
const heldOut: readonly string[] = JSON.parse(await readFile(join(HERE, 'held_out.json'), 'utf8'));
const read: ReadCase[] = [];
const reports: { id: string; text: string }[] = [];
for (const id of heldOut) {
  const text = await readFile(join(folder, `${id}.txt`), 'utf8');
  reports.push({ id, text });
  read.push(...(await ask(id, text)));
}
const app = await startApp(config, { say }, undefined, 'uncalibrated');
try {
  const path = join(config.MODELS_DIR, 'calibration.json');
  const write = (text: string) => void process.stdout.write(text);
  const further: FurtherCases = { reports, read };
  const options = { seeds: 'seeds', maxFalseAnswer: MAX_FALSE_ANSWER };
  await runCalibrate(options, { ...app, path, write }, further);
} finally {
  await app.close();
}

/** The questions about one report, asked of a corpus that holds it alone. */
async function ask(id: string, text: string): Promise<readonly ReadCase[]> {
  const temporary = await mkdtemp(join(tmpdir(), 'wenbao-fit-'));
  const corpus = join(temporary, 'corpus');
  await mkdir(join(corpus, 'report'), { recursive: true });
  await writeFile(join(corpus, 'report', 'report.txt'), text);
  const own = { ...config, CORPUS_DIR: corpus, INDEX_DIR: join(temporary, 'index') };
  const { answerQuestion, close } = await startApp(own, { say }, undefined, 'uncalibrated');
  try {
    const about = questions.filter(({ report }) => report === id);
    const alsoIn = judged(id, text);
    const cases = about.flatMap(
      (question, index) => asCase(question, `${id}-${index}`, text, alsoIn(question.text)) ?? [],
    );
    say(`${id}: ${cases.length} questions, ${about.length - cases.length} whose paragraph is not found`);
    return await readAll(cases, answerQuestion);
  } finally {
    await close();
    await rm(temporary, { recursive: true });
  }
}

/** Any one of its sentences, and of those of other paragraphs that were judged, answers a question of the training. */
function asCase(
  question: TrainingQuestion,
  id: string,
  text: string,
  elsewhere: readonly Span[],
): Case | null {
  const spans = locateEvidence(question, text);
  if (spans === null) return null;
  const [first, ...rest] = [...spans, ...elsewhere].map(({ start, end }) => ({
    text: text.slice(start, end),
    spans: [{ start, end }] as const,
  }));
  return {
    id,
    reportId: question.report,
    split: 'dev',
    class: question.kind,
    question: question.text,
    history: [],
    kinds: [first === undefined ? 'refusal' : 'answer'],
    reasons: [],
    must: [],
    mustNot: [],
    evidence: first === undefined ? [] : [[first, ...rest]],
    note: '',
  };
}

async function readQuestions(): Promise<readonly TrainingQuestion[]> {
  const names = (await readdir(join(HERE, 'questions'))).filter((name) => name.endsWith('.tsv')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(HERE, 'questions', name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map(parseTrainingQuestion),
  );
}
