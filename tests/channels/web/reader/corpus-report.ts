import { fileURLToPath } from 'node:url';
import type { Report } from '../../../../src/domain/report.ts';
import { parseReport } from '../../../../src/ingest/parse-report.ts';
import { readCorpus } from '../../../../src/ingest/read-corpus.ts';

const CORPORA = ['corpus', 'tests/fixtures/reports'];

/** Every report that lies in the repository: the real one, and those invented for their layouts. */
export async function everyReport(): Promise<readonly Report[]> {
  const files = await Promise.all(
    CORPORA.map((folder) => readCorpus(fileURLToPath(new URL(`../../../../${folder}`, import.meta.url)))),
  );
  return files.flat().map((file) => parseReport(file));
}

/** The first report of `corpus/`. */
export async function corpusReport(): Promise<Report> {
  const [report] = await everyReport();
  if (report === undefined) throw new Error('corpus/ holds no report');
  return report;
}
