import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../domain/report.ts';
import { WenbaoError } from '../errors.ts';
import { readAccepted, reportFingerprint } from './accepted-run.ts';
import { ACCEPTED_FILE, readCases } from './read-cases.ts';

/** A question of a case whose accepted reply passed, and what that reply quotes. */
interface AcceptedQuestion {
  readonly question: string;
  readonly reportId: string;
  readonly headingPath: readonly string[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Longer ones tell a story, and a button holds no more. */
const LONGEST = 22;
const SHORTEST = 6;
/** Asks whether (some of those premises are wrong), speaks of the asker, or leans on something said before. */
const UNFIT = /[吗吧么我咱俺]|是不是|有没有|对不对|[，,。；]|^那|呢[？?]?$/u;

/**
 * The questions of a report that may be suggested to a citizen: of cases without history that the accepted run
 * answered right, short, in Chinese, put plainly. Throws WenbaoError `cases` where the files are broken or are for
 * another text of the report.
 */
export async function readKnownQuestions(
  seeds: string,
  report: Report,
): Promise<readonly AcceptedQuestion[]> {
  const cases = await readCases(seeds, report);
  const accepted = await readAccepted(join(seeds, report.id, ACCEPTED_FILE), reportFingerprint(report.text));
  return cases.flatMap(({ id, question, history, kinds }) => {
    const reply = accepted.get(id);
    const first = reply?.citations[0];
    if (reply === undefined || first === undefined || !reply.passed || reply.kind !== 'answer') return [];
    if (history.length > 0 || !kinds.includes('answer') || !isPlain(question)) return [];
    const passage = report.passages.find(({ start, end }) => start <= first[0] && first[0] < end);
    // What stands above the first heading is near no topic.
    if (passage === undefined || passage.headingPath.length === 0) return [];
    const spans = reply.citations.map(([start, end]) => ({ start, end }));
    return [{ question, reportId: report.id, headingPath: passage.headingPath, spans }];
  });
}

/** The same of every report that has cases; where they are broken, `say` is told why, and there are none. */
export async function readAllKnownQuestions(
  seeds: string,
  reports: readonly Report[],
  say: (line: string) => void,
): Promise<readonly AcceptedQuestion[]> {
  const known: AcceptedQuestion[] = [];
  for (const report of reports.filter(({ id }) => existsSync(join(seeds, id)))) {
    try {
      known.push(...(await readKnownQuestions(seeds, report)));
    } catch (fault) {
      if (!(fault instanceof WenbaoError)) throw fault;
      say(`No questions are suggested for ${report.id}: ${fault.message}`);
    }
  }
  return known;
}

function isPlain(question: string): boolean {
  const { length } = question;
  return (
    length >= SHORTEST && length <= LONGEST && /^[\p{Script=Han}\d]/u.test(question) && !UNFIT.test(question)
  );
}
