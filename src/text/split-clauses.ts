import type { Span } from '../domain/report.ts';

const OPENING = '“「『（(《【〈';
const CLOSING = '”」』）)》】〉';

/** Calls `visit` for every character of `text` that stands outside quotes and brackets; one never closed shelters nothing. */
function forEachOutside(text: string, visit: (character: string, index: number) => void): void {
  const lastClosing = Math.max(...[...CLOSING].map((mark) => text.lastIndexOf(mark)));
  const lastQuote = text.lastIndexOf('"');
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') quoted = !quoted && index < lastQuote;
    else if (OPENING.includes(character)) depth += index < lastClosing ? 1 : 0;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !quoted) visit(character, index);
  }
}

/**
 * Splits at any of `marks` outside quotes and brackets, never inside a number (7,661) or behind 其中. Spans are
 * relative to `text`, trimmed, none empty; the closing mark stays outside.
 */
export function splitAt(text: string, marks: string): readonly Span[] {
  const cuts: number[] = [];
  forEachOutside(text, (character, index) => {
    if (!marks.includes(character)) return;
    if (character === ',' && /\d/.test(text.charAt(index - 1)) && /\d/.test(text.charAt(index + 1))) return;
    if (text.endsWith('其中', index)) return;
    cuts.push(index);
  });
  const spans: Span[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    const span = trim(text, { start: from, end: cut });
    if (span.end > span.start) spans.push(span);
    from = cut + 1;
  }
  return spans;
}

/** The comma-separated clauses of a sentence, its closing 。；！？ left out. */
export function splitClauses(text: string): readonly Span[] {
  return splitAt(text, '，,：:；;。！？!?');
}

/** The clauses of a text in their own words. */
export function clauseTexts(text: string): readonly string[] {
  return splitClauses(text).map(({ start, end }) => text.slice(start, end));
}

/** The clauses of a stretch of `text`, as places in the whole. */
export function clausesWithin(text: string, { start, end }: Span): readonly Span[] {
  return splitClauses(text.slice(start, end)).map((clause) => ({
    start: start + clause.start,
    end: start + clause.end,
  }));
}

/** `span` without white space at either end. */
function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
