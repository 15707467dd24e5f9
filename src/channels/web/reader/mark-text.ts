import type { Span } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';

/** A stretch of the report to be marked; `id` is where links to it lead. */
export interface Mark extends Span {
  readonly id: string;
  readonly kind: 'cited' | 'hit';
}

/**
 * `text.slice(span.start, span.end)` with every mark that touches it. Marks may overlap and may reach beyond the
 * span; the id stands where a mark begins, so that it is in the page once.
 */
export function markText(text: string, span: Span, marks: readonly Mark[]): Markup {
  const touching = marks.filter(({ start, end }) => start < span.end && span.start < end);
  const edges = new Set([span.start, span.end]);
  for (const { start, end } of touching) {
    edges.add(Math.max(start, span.start));
    edges.add(Math.min(end, span.end));
  }
  const sorted = [...edges].sort((one, other) => one - other);
  const pieces = sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? span.end;
    return touching
      .filter((mark) => mark.start <= start && end <= mark.end)
      .reduce<Markup>(
        (inner, { id, kind, start: begin }) =>
          begin === start
            ? markup`<mark class="${kind}" id="${id}" data-of="${id}">${inner}</mark>`
            : markup`<mark class="${kind}" data-of="${id}">${inner}</mark>`,
        markup`${text.slice(start, end)}`,
      );
  });
  return markup`${pieces}`;
}
