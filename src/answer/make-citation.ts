import type { Citation } from '../domain/answer.ts';
import type { Report, Span } from '../domain/report.ts';

/** Which one of a row it is says nothing where the row is not told. */
const MARK_OF_ROW = /^[①-⑳]\s*/u;

/** A verbatim quote of a report's stretch, without the ⑥ before it. Throws where the stretch stands in no passage. */
export function makeCitation(report: Report, stretch: Span): Citation {
  const [mark = ''] = MARK_OF_ROW.exec(report.text.slice(stretch.start, stretch.end)) ?? [];
  const span = { start: stretch.start + mark.length, end: stretch.end };
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
