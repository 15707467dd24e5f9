import type { Report, Sentence, Span } from '../domain/report.ts';

/**
 * The words a sentence is found by: its lead-in's and its own, line breaks of the file taken out.
 * The vectors and the lexical index read this one text.
 */
export function sentenceText(report: Report, sentence: Sentence): string {
  const leadIn = sentence.leadIn === null ? '' : wordsOf(report, sentence.leadIn);
  return leadIn + wordsOf(report, sentence);
}

/** The headings above a sentence, outermost first; not part of its vector. */
export function headingText(_report: Report, sentence: Sentence): string {
  return sentence.headingPath.join(' ');
}

function wordsOf(report: Report, span: Span): string {
  return report.text
    .slice(span.start, span.end)
    .replace(/\s*\n\s*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
