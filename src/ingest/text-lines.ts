import type { Span } from '../domain/report.ts';
import { trimSpan } from '../text/split-sentences.ts';

/** A line of the file that has something on it; the span leaves out blanks at its edges. */
export interface Line extends Span {
  /** What stands on the line; for lines put together from wrapped ones, without the breaks between. */
  readonly words: string;
  /** Whether the line begins with blanks (full-width ones too), as paragraphs in print do. */
  readonly indented: boolean;
  /** What stands between this line and the one before it. */
  readonly after: 'line' | 'blank' | 'removed';
}

/** The lines of a report as published. Lines of zero-width characters are page furniture and leave no gap. */
export function textLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let after: Line['after'] = 'blank';
  for (const match of text.matchAll(/[^\r\n\u2028\u2029\f\v]+|\r\n|[\r\n\u2028\u2029\f\v]/gu)) {
    const end = match.index + match[0].length;
    const isBreak = /^[\r\n\u2028\u2029\f\v]/u.test(match[0]);
    const isEmptyLine =
      isBreak && (match.index === 0 || /[\r\n\u2028\u2029\f\v]/u.test(text[match.index - 1] ?? ''));
    if (isEmptyLine) after = 'blank';
    if (isBreak) continue;
    const trimmed = trimSpan(text, match.index, end);
    const span = trimmed === null ? null : withoutLoneQuotes(text, trimmed);
    if (span === null) {
      if (!/[\u200b-\u200f\u2060]/u.test(match[0])) after = 'blank';
      continue;
    }
    const indented = /[\s\u3000]/u.test(text.slice(match.index, span.start).replaceAll('\ufeff', ''));
    lines.push({ ...span, words: text.slice(span.start, span.end), indented, after });
    after = 'line';
  }
  return lines;
}

/** Wiki mark-up for bold leaves single quotes at the edges of a line, with no partner on it. */
function withoutLoneQuotes(text: string, span: Span): Span | null {
  const quotes = text.slice(span.start, span.end).split("'").length - 1;
  if (quotes === 0 || (quotes % 2 === 0 && quotes < span.end - span.start)) return span;
  let { start, end } = span;
  while (start < end && text[start] === "'") start += 1;
  while (end > start && text[end - 1] === "'") end -= 1;
  return trimSpan(text, start, end);
}
