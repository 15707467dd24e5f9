import { join } from 'node:path';
import type { Report } from '../domain/report.ts';
import { WenbaoError } from '../errors.ts';
import { assignSplits } from './assign-splits.ts';
import type { EvaluateOptions } from './evaluate-arguments.ts';
import type { EvaluateCollaborators } from './evaluate-collaborators.ts';
import { evaluateReport } from './evaluate-report.ts';
import { listCaseFolders } from './read-cases.ts';

/**
 * Evaluates every report that has cases, and returns the exit code: 1 where a case that was accepted as
 * passing fails, or a floor is not reached.
 * @throws WenbaoError `cases` for anything wrong with the files, `usage`, or `interrupted`.
 */
export async function runEvaluate(
  options: EvaluateOptions,
  collaborators: EvaluateCollaborators,
): Promise<number> {
  const reports = await chosenReports(options, collaborators.reports);
  if (options.assignSplits) {
    for (const { id } of reports) {
      const filled = await assignSplits(join(options.seeds, id));
      collaborators.output.write(
        `${join(options.seeds, id)}: ${filled} ${filled === 1 ? 'split' : 'splits'} filled in\n`,
      );
    }
    return 0;
  }
  if (options.answers !== null && reports.length > 1) {
    throw new WenbaoError('usage', '--answers is one report’s run; say which with --report.');
  }
  let exitCode = 0;
  for (const report of reports) {
    exitCode = Math.max(exitCode, await evaluateReport(report, options, collaborators));
  }
  return exitCode;
}

async function chosenReports(
  { seeds, report }: EvaluateOptions,
  reports: readonly Report[],
): Promise<readonly Report[]> {
  if (report === null) {
    const ids = await listCaseFolders(seeds, reports);
    return reports.filter(({ id }) => ids.includes(id));
  }
  const found = reports.find(({ id }) => id === report);
  if (found !== undefined) return [found];
  const known = reports.map(({ id }) => id).join(', ') || 'none';
  throw new WenbaoError('usage', `--report ${report}: no report has this id (known: ${known}).`);
}
