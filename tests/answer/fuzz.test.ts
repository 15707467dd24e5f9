import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Answer, citationsOf } from '../../src/domain/answer.ts';
import type { Report } from '../../src/domain/report.ts';
import { readAllCases } from '../../src/evaluation/read-cases.ts';
import { unsupportedFigures } from '../../src/evaluation/unsupported-figures.ts';
import { createRandom, STACK } from '../channels/tencent/mutate.ts';
import { createRandomQuestions, type RandomQuestion } from './random-questions.ts';

/** `npm run fuzz` asks 20,000. */
const COUNT = Number(process.env.FUZZ_COUNT ?? 300);
/** For what hangs; how long an answer took is in the line that is printed. */
const PATIENCE_MS = 120_000 + 300 * COUNT;
const SLOW_MS = 3_000;
const SEED = 20_180_114;
const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

let folder: string;
let app: App;
const faults: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-fuzz-'));
  const config = readConfig({ INDEX_DIR: join(folder, 'index') });
  app = await startApp(config, { say: () => {}, onFault: (fault) => void faults.push(fault) });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('random and mutated questions', () => {
  it(
    'end in no fault, in no answer without a verbatim quote, and in no words of a program',
    async () => {
      const cases = await readAllCases(SEEDS, app.reports);
      const next = createRandomQuestions(
        cases.map(({ question }) => question),
        createRandom(SEED),
      );
      const problems: unknown[] = [];
      const kinds = new Map<Answer['kind'], number>();
      const times: { readonly asked: RandomQuestion; readonly milliseconds: number }[] = [];
      for (let count = 0; count < COUNT; count += 1) {
        const asked = next();
        const started = performance.now();
        const { answer } = await app.answerQuestion(asked.question, asked.history);
        times.push({ asked, milliseconds: performance.now() - started });
        kinds.set(answer.kind, (kinds.get(answer.kind) ?? 0) + 1);
        const wrong = problemOf(answer, app.reports, asked);
        if (wrong !== null) problems.push({ wrong, ...asked, answer });
      }
      process.stdout.write(`${describeTimes(times)}; ${[...kinds].map((own) => own.join(' ')).join(', ')}\n`);
      expect(faults).toEqual([]);
      expect(problems).toEqual([]);
      // Noise alone would prove little: many of the questions are answered.
      expect(kinds.get('answer')).toBeGreaterThan(COUNT / 20);
    },
    PATIENCE_MS,
  );
});

function problemOf(
  answer: Answer,
  reports: readonly Report[],
  { question, history }: RandomQuestion,
): string | null {
  if (answer.kind === 'failure') return 'a failure';
  if (answer.statement === '') return 'nothing is said';
  for (const { reportId, quote, start, end } of citationsOf(answer)) {
    const report = reports.find(({ id }) => id === reportId);
    if (quote === '' || report?.text.slice(start, end) !== quote) return 'a quote that is not verbatim';
  }
  // Of several questions, those that are not answered are said again.
  const own = answer.statement.replaceAll(/^“.*”/gmu, '');
  if (STACK.test(own) || /undefined|NaN|\[object/.test(own)) return 'words of a program';
  if (answer.kind !== 'answer' && answer.kind !== 'partial') return null;
  const { citations } = answer;
  if (citations.length === 0) return 'no quote';
  const facts = reports.find(({ id }) => id === citations[0].reportId)?.facts;
  if (facts === undefined) return 'a quote of no report';
  const asked = [question, ...history.map((turn) => turn.question)];
  const figures = unsupportedFigures({ text: own, citations, facts, asked });
  return figures.length > 0 ? `figures in no quote: ${figures.join()}` : null;
}

function describeTimes(
  times: readonly { readonly asked: RandomQuestion; readonly milliseconds: number }[],
): string {
  const sorted = times.toSorted((one, other) => other.milliseconds - one.milliseconds);
  const slow = sorted.filter(({ milliseconds }) => milliseconds > SLOW_MS).length;
  const [slowest] = sorted;
  const longest = `${slowest?.milliseconds.toFixed(0)} ms for ${JSON.stringify(slowest?.asked.question.slice(0, 60))}`;
  return `${times.length} questions, ${slow} above ${SLOW_MS} ms, the slowest ${longest}`;
}
