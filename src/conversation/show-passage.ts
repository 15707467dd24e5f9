import type { Citation } from '../domain/answer.ts';
import type { ShownPassage } from '../domain/reply.ts';
import type { Report } from '../domain/report.ts';

/** The passage around a citation; null where the corpus holds it no more. */
export function showPassage(
  { reportId, passage: index, headingPath, quote, start, end }: Citation,
  reports: readonly Report[],
): ShownPassage | null {
  const report = reports.find(({ id }) => id === reportId);
  const passage = report?.passages[index];
  if (report === undefined || passage === undefined) return null;
  // A quote that was kept from another version of the report stands elsewhere, or nowhere.
  if (report.text.slice(start, end) !== quote) return null;
  const from = Math.min(passage.start, start);
  const text = report.text.slice(from, Math.max(passage.end, end));
  const blanks = text.length - text.trimStart().length;
  return {
    reportId,
    headingPath,
    passage: index,
    text: text.trim(),
    start: start - from - blanks,
    end: end - from - blanks,
  };
}
