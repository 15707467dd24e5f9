import { parseArgs } from 'node:util';
import type { Case } from '../domain/case.ts';
import type { Report } from '../domain/report.ts';
import type { AnswerQuestion } from '../domain/trace.ts';
import { WenbaoError } from '../errors.ts';
import { chooseThreshold, coverageRisk, type RiskRow } from './coverage-risk.ts';
import { fitDecision, type ReadCase, riskItems } from './fit-decision.ts';
import { listCaseFolders, readCases } from './read-cases.ts';
import { writeAtomically } from './write-atomically.ts';

export interface CalibrateOptions {
  readonly seeds: string;
  /** Highest share of unanswerable dev questions that may be answered, 0…1. */
  readonly maxFalseAnswer: number;
}

const TABLE_ROWS = 16;

export function parseCalibrateArguments(argumentList: readonly string[]): CalibrateOptions {
  const { values } = parseArgs({
    args: [...argumentList],
    options: {
      seeds: { type: 'string', default: 'seeds' },
      'max-false-answer': { type: 'string', default: '0.03' },
    },
  });
  const maxFalseAnswer = Number(values['max-false-answer']);
  if (!(maxFalseAnswer >= 0 && maxFalseAnswer < 1)) {
    throw new WenbaoError(
      'usage',
      `--max-false-answer is “${values['max-false-answer']}”; it must be a share such as 0.03.`,
    );
  }
  return { seeds: values.seeds, maxFalseAnswer };
}

/** Fits the decision on the dev half of the cases, picks the refusal threshold and writes both to `path`. */
export async function runCalibrate(
  { seeds, maxFalseAnswer }: CalibrateOptions,
  collaborators: {
    readonly answerQuestion: AnswerQuestion;
    readonly reports: readonly Report[];
    readonly encoderId: string;
    readonly path: string;
    readonly write: (text: string) => void;
  },
): Promise<void> {
  const { reports, answerQuestion, encoderId, path, write } = collaborators;
  const ids = await listCaseFolders(seeds, reports);
  const cases: Case[] = [];
  for (const report of reports.filter(({ id }) => ids.includes(id)))
    cases.push(...(await readCases(seeds, report)));
  const read: ReadCase[] = [];
  for (const asked of cases.filter(({ split }) => split === 'dev')) {
    const { trace } = await answerQuestion(asked.question, asked.history);
    if (trace.candidates.length > 0) read.push({ asked, trace });
  }
  const fitted = fitDecision(read);
  const rows = coverageRisk(riskItems(read, fitted));
  const chosen = chooseThreshold(rows, maxFalseAnswer);
  if (chosen === null)
    throw new WenbaoError(
      'calibration',
      `No threshold keeps false answers at ${maxFalseAnswer}: add cases or allow more.`,
    );
  write(`${riskTable(rows, chosen)}\n`);
  const { logistic, featureNames } = fitted;
  const features = Object.fromEntries(
    featureNames.map((name, index) => [
      name,
      { mean: logistic.means[index], scale: logistic.scales[index], weight: logistic.weights[index] },
    ]),
  );
  const file = {
    schemaVersion: 1,
    encoderId,
    intercept: logistic.bias,
    features,
    threshold: chosen.threshold,
  };
  await writeAtomically(path, `${JSON.stringify(file, null, 2)}\n`);
  write(`${path}: fitted on ${read.length} dev cases, threshold ${chosen.threshold.toFixed(4)}\n`);
}

function riskTable(rows: readonly RiskRow[], chosen: RiskRow): string {
  const step = Math.max(1, Math.floor(rows.length / TABLE_ROWS));
  const shown = rows.filter((row, index) => index % step === 0 || row.answered === chosen.answered);
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(7);
  return [
    'threshold  coverage    risk  false answers  false refusals',
    ...shown.map(
      (row) =>
        `${row.threshold.toFixed(4).padStart(9)}  ${percent(row.coverage)} ${percent(row.risk)}        ${percent(row.falseAnswers)}         ${percent(row.falseRefusals)}${row.answered === chosen.answered ? '  ← chosen' : ''}`,
    ),
  ].join('\n');
}
