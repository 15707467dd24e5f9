import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Span } from '../src/domain/report.ts';
import { parseReport } from '../src/ingest/parse-report.ts';
import { prepareText } from '../src/models/prepare-text.ts';
import { sentenceText } from '../src/search-index/sentence-text.ts';

/** Where a question is answered outside its own paragraph, by what people judged. */
export type AnsweredElsewhere = (question: string) => readonly Span[];

/** Reads judged.tsv: report, question, sentence, `yes` or `no`. Gives for a report and its text what was judged of it. */
export async function readJudged(path: string): Promise<(id: string, text: string) => AnsweredElsewhere> {
  const answers = new Set<string>();
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const [report, question, sentence, verdict] = line.split('\t');
    if (verdict === 'yes') answers.add(`${report}\t${question}\t${sentence}`);
  }
  return (id, text) => {
    const report = parseReport({ id, text, sha256: '', facts: {} });
    const sentences = report.sentences.map((sentence) => ({
      span: { start: sentence.start, end: sentence.end },
      hash: hashOf(sentenceText(report, sentence)),
    }));
    return (question) =>
      sentences.flatMap(({ hash, span }) => (answers.has(`${id}\t${question}\t${hash}`) ? [span] : []));
  };
}

/** As `sentence_hash` of the Python package. */
function hashOf(sentence: string): string {
  return createHash('sha256').update(prepareText(sentence).replace(/\s/gu, '')).digest('hex').slice(0, 12);
}
