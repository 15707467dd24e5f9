import { parseArgs } from 'node:util';
import type { Case } from '../domain/case.ts';
import { scoreOf } from '../domain/confidence-curve.ts';
import type { Report } from '../domain/report.ts';
import type { AnswerQuestion } from '../domain/trace.ts';
import { messageOf, WenbaoError } from '../errors.ts';
import { reportFingerprint } from './accepted-run.ts';
import { calibrateDecision } from './calibrate-decision.ts';
import { type CaseObservation, chooseCurve } from './choose-curve.ts';
import type { RiskItem, RiskRow } from './coverage-risk.ts';
import { crossValidate } from './cross-validate.ts';
import { fitDecision, type ReadCase, riskItems } from './fit-decision.ts';
import { readAllCases } from './read-cases.ts';
import { writeAtomically } from './write-atomically.ts';

export interface CalibrateOptions {
  readonly seeds: string;
  /** Highest share of unanswerable dev questions that may be answered, 0…1. */
  readonly maxFalseAnswer: number;
}

const TABLE_ROWS = 16;
const FOLDS = 10;

/** Reads the arguments of the calibrate command; throws WenbaoError `usage` that says what is wrong. */
export function parseCalibrateArguments(argumentList: readonly string[]): CalibrateOptions {
  const values = parse(argumentList);
  const maxFalseAnswer = Number(values['max-false-answer']);
  if (!(maxFalseAnswer >= 0 && maxFalseAnswer < 1)) {
    throw new WenbaoError(
      'usage',
      `--max-false-answer is “${values['max-false-answer']}”; it must be a share such as 0.03.`,
    );
  }
  return { seeds: values.seeds, maxFalseAnswer };
}

function parse(argumentList: readonly string[]) {
  try {
    const options = {
      seeds: { type: 'string', default: 'seeds' },
      'max-false-answer': { type: 'string', default: '0.03' },
    } as const;
    return parseArgs({ args: [...argumentList], options }).values;
  } catch (fault) {
    const problem = messageOf(fault);
    throw new WenbaoError(
      'usage',
      `${problem}. npm run calibrate -- [--seeds DIR] [--max-false-answer 0.03]`,
      fault,
    );
  }
}

interface Collaborators {
  readonly answerQuestion: AnswerQuestion;
  readonly reports: readonly Report[];
  /** The models and the make of the index, which the fit is worth nothing without. */
  readonly fittedTo: Readonly<Record<'encoderId' | 'rerankerId', string>> & {
    readonly indexSchemaVersion: number;
  };
  readonly path: string;
  readonly write: (text: string) => void;
}

/** Questions about reports that are not in the corpus, as they were read. */
export interface FurtherCases {
  readonly reports: readonly Pick<Report, 'id' | 'text'>[];
  readonly read: readonly ReadCase[];
}

/**
 * Fits the decision on the dev half of the cases and on `further` ones, picks the refusal threshold and writes both
 * to `path`.
 */
export async function runCalibrate(
  { seeds, maxFalseAnswer }: CalibrateOptions,
  collaborators: Collaborators,
  further: FurtherCases = { reports: [], read: [] },
): Promise<void> {
  const { reports, answerQuestion, fittedTo, path, write } = collaborators;
  const cases = await readAllCases(seeds, reports);
  const dev = cases.filter(({ split }) => split === 'dev');
  const read = [...(await readAll(dev, answerQuestion)), ...further.read];
  const { intercept, features, chosen, rows } = calibrateDecision(read, maxFalseAnswer);
  write(`${riskTable(rows, chosen)}\n`);
  const { curve, losses } = chooseCurve(unseenObservations(read));
  write(
    `confidence: ${curve.kind} (log loss on unseen cases: platt ${losses.platt.toFixed(4)}, isotonic ${losses.isotonic.toFixed(4)})\n`,
  );
  const own = reports.filter(({ id }) => cases.some(({ reportId }) => reportId === id));
  const used = [...own, ...further.reports];
  const file = {
    schemaVersion: 1,
    ...fittedTo,
    intercept,
    features,
    threshold: chosen.threshold,
    confidence: curve,
    fittedOn: {
      reports: used.map(({ id, text }) => ({ id, sha256: reportFingerprint(text) })),
      cases: read.length,
    },
  };
  await writeAtomically(path, `${JSON.stringify(file, null, 2)}\n`);
  write(`${path}: fitted on ${read.length} cases, threshold ${chosen.threshold.toFixed(4)}\n`);
}

/** The cases whose questions were searched for, with how they were read. */
export async function readAll(
  cases: readonly Case[],
  answerQuestion: AnswerQuestion,
): Promise<readonly ReadCase[]> {
  const read: ReadCase[] = [];
  for (const asked of cases) {
    const { trace } = await answerQuestion(asked.question, asked.history);
    if (trace.candidates.length > 0) read.push({ asked, trace });
  }
  return read;
}

/** How the best candidate of each case scores under a decision that was fitted without the case, and whether it is right. */
function unseenObservations(read: readonly ReadCase[]): readonly CaseObservation[] {
  const unseen = (value: (item: RiskItem) => number) =>
    crossValidate(
      read,
      FOLDS,
      ({ asked }) => asked.id,
      fitDecision,
      (fitted, one) => riskItems([one], fitted).map(value)[0] ?? 0,
    );
  const scores = unseen(({ confidence }) => scoreOf(confidence));
  const rights = unseen(({ right }) => (right ? 1 : 0));
  return read.map(({ asked }, index) => ({
    id: asked.id,
    score: scores[index] ?? 0,
    label: rights[index] === 1,
  }));
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
