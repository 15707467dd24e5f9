import { parseArgs } from 'node:util';
import type { Split } from '../domain/case.ts';
import { messageOf, WenbaoError } from '../errors.ts';

export interface EvaluateOptions {
  /** Folder with one folder of cases a report. */
  readonly seeds: string;
  /** Folder that gets one folder of results a report. */
  readonly out: string;
  /** Only this report's cases; null for every folder of `seeds`. */
  readonly report: string | null;
  readonly split: Split | 'all';
  /** Only these classes; empty for all. */
  readonly classes: readonly string[];
  /** A frozen run to score instead of asking; null to ask. */
  readonly answers: string | null;
  /** Ask and keep the replies, without scoring. */
  readonly generateOnly: boolean;
  /** Fail where a class of the test split is below floors.json. */
  readonly floors: boolean;
  /** Record the verdicts as the accepted ones. */
  readonly accept: boolean;
  /** Fill in every `"split":"?"` and do nothing else. */
  readonly assignSplits: boolean;
  /** Keep times in what is written; without them two runs give the same bytes. */
  readonly times: boolean;
  readonly help: boolean;
}

export const EVALUATE_HELP = `Usage: npm run evaluate -- [options]

Asks every case of seeds/<report-id>/<class>.jsonl, scores the replies and compares them
with the accepted ones. Exits 1 when a case that passed now fails.

  --split dev|test|all   which half of the cases (default all)
  --class NAME           only this class; may be given more than once
  --report ID            only this report's cases
  --seeds DIR            where the cases are (default seeds)
  --out DIR              where results go (default reports)
  --generate-only        ask and keep the replies, without scoring them
  --answers FILE         score a kept run instead of asking
  --floors               fail below seeds/<report-id>/floors.json (test split)
  --accept               record the verdicts in seeds/<report-id>/accepted.jsonl
  --assign-splits        fill in "split":"?" of new cases, then stop
  --no-times             leave times out, so that two runs give the same bytes
  --help                 show this
`;

/**
 * Reads the arguments of the evaluate command.
 * @throws WenbaoError `usage` saying which option is wrong and how to see them all.
 */
export function parseEvaluateArguments(argumentList: readonly string[]): EvaluateOptions {
  const { values } = parse(argumentList);
  const split = values.split;
  if (split !== 'dev' && split !== 'test' && split !== 'all') {
    throw usage(`--split is “${split}”; it can be dev, test or all`);
  }
  const answers = values.answers ?? null;
  const generateOnly = values['generate-only'];
  if (generateOnly && (answers !== null || values.accept || values.floors)) {
    throw usage('--generate-only scores nothing, so it goes with none of --answers, --accept and --floors');
  }
  return {
    seeds: values.seeds,
    out: values.out,
    report: values.report ?? null,
    split,
    classes: values.class,
    answers,
    generateOnly,
    floors: values.floors,
    accept: values.accept,
    assignSplits: values['assign-splits'],
    times: !values['no-times'],
    help: values.help,
  };
}

function parse(argumentList: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumentList],
      options: {
        seeds: { type: 'string', default: 'seeds' },
        out: { type: 'string', default: 'reports' },
        report: { type: 'string' },
        split: { type: 'string', default: 'all' },
        class: { type: 'string', multiple: true, default: [] },
        answers: { type: 'string' },
        'generate-only': { type: 'boolean', default: false },
        floors: { type: 'boolean', default: false },
        accept: { type: 'boolean', default: false },
        'assign-splits': { type: 'boolean', default: false },
        'no-times': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw usage(messageOf(error), error);
  }
}

function usage(message: string, cause?: unknown): WenbaoError {
  return new WenbaoError('usage', `${message}. See npm run evaluate -- --help`, cause);
}
