import type { Citation } from '../domain/answer.ts';
import type { Report, Span } from '../domain/report.ts';

/** A verbatim quote of a report's stretch. Throws where the stretch stands in no passage. */
export function makeCitation(report: Report, span: Span): Citation {
  const passage = report.passages.find(({ start, end }) => start <= span.start && span.end <= end);
  if (passage === undefined) throw new Error(`no passage of ${report.id} holds ${span.start}–${span.end}`);
  const sentence = report.sentences.find(({ start, end }) => start <= span.start && span.start < end);
  return {
    reportId: report.id,
    headingPath: sentence?.headingPath ?? passage.headingPath,
    quote: report.text.slice(span.start, span.end),
    passage: passage.index,
    start: span.start,
    end: span.end,
  };
}
