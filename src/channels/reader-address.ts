import type { Citation } from '../domain/answer.ts';
import type { Span } from '../domain/report.ts';

/** More quotes than an answer has; an address has to end somewhere. */
export const MOST_QUOTES = 20;

/**
 * Where a citation is read: the whole answer's quotes go with it, so that the page can mark them and lead from one
 * to the next. The fragment is the id that the page gives the quote, which needs no script. Counts from PUBLIC_URL.
 */
export function readerAddress(citation: Citation, ofAnswer: readonly Citation[]): string {
  const others = ofAnswer.filter(({ reportId }) => reportId === citation.reportId);
  const quotes = (others.length === 0 ? [citation] : others).slice(0, MOST_QUOTES).map(spanText).join(',');
  return `/report/${encodeURIComponent(citation.reportId)}?s=${quotes}#${quoteId(citation)}`;
}

/** The id of a quote in the page; the script takes the same from a fragment. */
export function quoteId(span: Span): string {
  return `s=${spanText(span)}`;
}

function spanText({ start, end }: Span): string {
  return `${start}-${end}`;
}
