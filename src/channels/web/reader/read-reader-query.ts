import type { Span } from '../../../domain/report.ts';
import { MOST_QUOTES, quoteId } from '../../reader-address.ts';

const LONGEST_WORDS = 40;
const SPAN = /^(\d{1,9})-(\d{1,9})$/u;

/** What the reader is asked to mark. */
export interface ReaderQuery {
  /** Quotes of an answer, in its order, each inside the report. */
  readonly quotes: readonly Span[];
  /** Words to be found; '' where nothing is searched. */
  readonly words: string;
}

/** Reads the query of an address; what is no stretch of the report's text is passed over. */
export function readReaderQuery(
  { s, q }: Readonly<Record<string, string | undefined>>,
  textLength: number,
): ReaderQuery {
  const spans = (s ?? '').split(',', MOST_QUOTES).flatMap((part) => {
    const [, start, end] = SPAN.exec(part) ?? [];
    const span = { start: Number(start), end: Number(end) };
    return span.start < span.end && span.end <= textLength ? [span] : [];
  });
  const quotes = spans.filter(
    (span, index) => spans.findIndex((other) => quoteId(other) === quoteId(span)) === index,
  );
  return { quotes, words: (q ?? '').trim().slice(0, LONGEST_WORDS) };
}
