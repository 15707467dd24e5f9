import type { Report, Span } from '../domain/report.ts';
import { type Markup, markup } from '../text/markup.ts';

/** The passages that hold any of the spans, in the order of the report. */
export function passagesOf(report: Report, spans: readonly Span[]): readonly Span[] {
  return report.passages.filter((passage) => spans.some((span) => overlaps(passage, span)));
}

/** A passage's text with what is quoted marked, and what should have been (the evidence) underlined. */
export function highlightPassage(
  report: Report,
  passage: Span,
  quotes: readonly Span[],
  evidence: readonly Span[],
): Markup {
  const edges = [passage, ...[...quotes, ...evidence].filter((span) => overlaps(passage, span))]
    .flatMap(({ start, end }) => [Math.max(start, passage.start), Math.min(end, passage.end)])
    .sort((one, other) => one - other);
  const points = [...new Set(edges)];
  const pieces = points.slice(1).map((end, index) => {
    const piece = { start: points[index] ?? end, end };
    const text = report.text.slice(piece.start, piece.end);
    const quoted = quotes.some((span) => overlaps(piece, span));
    const proves = evidence.some((span) => overlaps(piece, span));
    if (!quoted && !proves) return markup`${text}`;
    const kind = [quoted ? 'quoted' : '', proves ? 'proves' : ''].filter((name) => name !== '').join(' ');
    return markup`<mark class="${kind}">${text}</mark>`;
  });
  return markup`<p class="passage">${pieces}</p>`;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
