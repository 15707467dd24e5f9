import type { Span } from '../domain/report.ts';
import type { Reading } from './read-candidate.ts';

const GLOSSARY = /名词(?:解释|注释|术语)|用语说明|注释$/u;
const ENDS_IN_COLON = /[：:]\s*$/u;
const EXPLAINS = /^(?:主要|一般|通常|就)?(?:是指|指的是|指|即)/u;

/** Whether a sentence stands under 名词解释, which reports append. */
export function isInGlossary({ headingPath }: Pick<Reading['sentence'], 'headingPath'>): boolean {
  return headingPath.some((label) => GLOSSARY.test(label));
}

/**
 * What a term of the glossary is quoted by: its heading with what explains it behind the colon (飞地经济：指…), or the
 * whole sentence that explains it on a line of its own. Null where the sentence is of no glossary and explains nothing.
 */
export function glossaryEntry({ report, sentence }: Reading): Span | null {
  const { start, end, kind } = sentence;
  if (kind !== 'heading') return isInGlossary(sentence) ? { start, end: endOf(report.text, sentence) } : null;
  const next = report.sentences[sentence.index + 1];
  if (next?.passage !== sentence.passage || !ENDS_IN_COLON.test(report.text.slice(start, end))) return null;
  if (!isInGlossary(sentence) && !EXPLAINS.test(report.text.slice(next.start, next.end))) return null;
  return { start, end: endOf(report.text, next) };
}

/** 可信空间： on a line of its own, which says nothing. */
export function isBareTerm({ report, sentence }: Reading, quote: Span): boolean {
  const { start, end, kind } = sentence;
  const isAlone = kind === 'heading' && quote.end <= end && isInGlossary(sentence);
  return isAlone && ENDS_IN_COLON.test(report.text.slice(start, end));
}

/** Without the closing mark. */
function endOf(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).replace(/[。；;\s]+$/u, '').length;
}
