import type { Report, Sentence, Span } from '../domain/report.ts';

/** What the lines above a report's address are, in the words people ask for them with. */
const FRONT_MATTER = '政府工作报告是谁作的、哪天在什么会议上作的：';

/**
 * The words a sentence is found by: its lead-in's and its own, line breaks of the file taken out.
 * The vectors and the lexical index read this one text.
 */
export function sentenceText(report: Report, sentence: Sentence): string {
  const leadIn = sentence.leadIn === null ? '' : wordsOf(report, sentence.leadIn);
  return (isFrontMatter(report, sentence) ? FRONT_MATTER : leadIn) + wordsOf(report, sentence);
}

/** A line above 各位代表. */
function isFrontMatter({ sentences }: Report, { index, headingPath }: Sentence): boolean {
  const address = sentences.find(({ kind }) => kind === 'salutation');
  return address !== undefined && index < address.index && headingPath.length === 0;
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
