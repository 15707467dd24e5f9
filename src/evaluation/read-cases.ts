import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../domain/case.ts';
import type { Report } from '../domain/report.ts';
import { messageOf, WenbaoError } from '../errors.ts';
import { type CaseFile, parseCases } from './parse-cases.ts';

/** What the evaluation itself writes beside the cases. */
export const ACCEPTED_FILE = 'accepted.jsonl';
const PROBLEMS_SHOWN = 10;

/**
 * The report ids that have a folder of cases below `seeds`, sorted.
 * @throws WenbaoError `cases` where the folder cannot be read, or one is for no known report.
 */
export async function listCaseFolders(
  seeds: string,
  reports: readonly Pick<Report, 'id'>[],
): Promise<readonly string[]> {
  const entries = await readdir(seeds, { withFileTypes: true }).catch((cause: unknown) => {
    throw new WenbaoError('cases', `Cannot read the cases folder ${seeds}: ${messageOf(cause)}`, cause);
  });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
  const known = reports.map(({ id }) => id);
  const unknown = folders.filter((folder) => !known.includes(folder));
  if (unknown.length > 0) {
    throw new WenbaoError(
      'cases',
      `${unknown.map((folder) => join(seeds, folder)).join(', ')}: no report has this id (known: ${known.join(', ') || 'none'}). ` +
        'Name the folder like the report in corpus/, or pick one with --report.',
    );
  }
  if (folders.length === 0) {
    throw new WenbaoError(
      'cases',
      `${seeds} has no folder of cases; expected ${join(seeds, '<report-id>', '<class>.jsonl')}.`,
    );
  }
  return folders;
}

/** The case files of one report in the order of their names. */
export async function readCaseFiles(folder: string): Promise<readonly CaseFile[]> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl') && name !== ACCEPTED_FILE);
    return await Promise.all(
      names.sort().map(async (name) => ({
        name: join(folder, name),
        class: name.slice(0, -'.jsonl'.length),
        text: await readFile(join(folder, name), 'utf8'),
      })),
    );
  } catch (cause) {
    throw new WenbaoError('cases', `Cannot read the cases in ${folder}: ${messageOf(cause)}`, cause);
  }
}

/**
 * Every case of `report` below `seeds`, checked.
 * @throws WenbaoError `cases` naming file, line and reason of up to ten problems.
 */
export async function readCases(
  seeds: string,
  report: Pick<Report, 'id' | 'text'>,
): Promise<readonly Case[]> {
  const folder = join(seeds, report.id);
  const { cases, problems } = parseCases(await readCaseFiles(folder), report);
  if (problems.length > 0) {
    const shown = problems.slice(0, PROBLEMS_SHOWN);
    const rest = problems.length - shown.length;
    throw new WenbaoError(
      'cases',
      [
        `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the cases of ${report.id}:`,
        ...shown.map((problem) => `  ${problem}`),
        ...(rest === 0 ? [] : [`  … and ${rest} more`]),
      ].join('\n'),
    );
  }
  if (cases.length === 0) {
    throw new WenbaoError(
      'cases',
      `${folder} holds no case; expected lines in ${join(folder, '<class>.jsonl')}.`,
    );
  }
  return cases;
}

/**
 * Every case below `seeds`, of the reports that have any, in the order of the reports.
 * @throws WenbaoError `cases` as `listCaseFolders` and `readCases` do.
 */
export async function readAllCases(
  seeds: string,
  reports: readonly Pick<Report, 'id' | 'text'>[],
): Promise<readonly Case[]> {
  const ids = await listCaseFolders(seeds, reports);
  const withCases = reports.filter(({ id }) => ids.includes(id));
  return (await Promise.all(withCases.map((report) => readCases(seeds, report)))).flat();
}
