import { createHash } from 'node:crypto';
import { WenbaoError } from '../errors.ts';
import type { IndexedSentence, ReportToIndex } from './search-index.ts';
import { headingText, sentenceText } from './sentence-text.ts';

/** Numbers the sentences of all reports; salutations say nothing and are left out. */
export function searchableSentences(reports: readonly ReportToIndex[]): IndexedSentence[] {
  const ids = reports.map(({ report }) => report.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new WenbaoError('index', `Two reports are called ${twice}: give each a folder of its own`);
  }
  return reports
    .flatMap(({ report }) => report.sentences.map((sentence) => ({ report, sentence })))
    .filter(({ sentence }) => sentence.kind !== 'salutation')
    .map((entry, id) => ({ id, ...entry }));
}

/** sha256 over what is indexed: it changes when the same file is cut into other sentences. */
export function sentencesSha256(sentences: readonly IndexedSentence[]): string {
  const hash = createHash('sha256');
  for (const { report, sentence } of sentences) {
    const line = [report.id, sentenceText(report, sentence), headingText(report, sentence)];
    hash.update(`${JSON.stringify(line)}\n`);
  }
  return hash.digest('hex');
}
