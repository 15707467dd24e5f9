/**
 * `npx tsx training/export-sentences.ts REPORTS OUT`: parses every REPORTS/*.txt as the product does and writes each
 * of its sentences as a line of JSON, so that training reads what the product reads.
 */
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseReport } from '../src/ingest/parse-report.ts';
import { readerText } from '../src/retrieval/reader-text.ts';
import { sentenceText } from '../src/search-index/sentence-text.ts';

const [folder, target] = process.argv.slice(2);
if (folder === undefined || target === undefined) {
  console.error('Usage: npx tsx training/export-sentences.ts <folder of *.txt reports> <sentences.jsonl>');
  process.exit(2);
}

const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
const out = createWriteStream(target);
for (const name of names) {
  const id = basename(name, '.txt');
  const text = await readFile(join(folder, name), 'utf8');
  const report = parseReport({ id, text, sha256: '', facts: {} });
  const { yearReviewed, yearPlanned } = report.facts;
  for (const sentence of report.sentences) {
    if (sentence.kind === 'salutation') continue;
    const { passage, start, end, leadIn, kind, headingPath, frame } = sentence;
    const words = sentenceText(report, sentence);
    const record = {
      report: id,
      passage,
      start,
      end,
      leadIn,
      kind,
      headingPath,
      frame,
      yearReviewed,
      yearPlanned,
      text: words,
      readerText: readerText({ sentenceText: words, headingPath, frame, facts: report.facts }),
    };
    out.write(`${JSON.stringify(record)}\n`);
  }
}
out.end();
await finished(out);
