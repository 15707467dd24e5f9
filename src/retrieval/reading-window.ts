import type { Span } from '../domain/report.ts';
import { splitClauses } from '../text/split-clauses.ts';

/** A sentence up to this length is read whole. */
const SHORT = 60;
/** A stretch grows to its neighbours up to this length. */
const LONGEST = 80;

/** Where the tokens of a question and of a text stand, and what they have in common. */
export interface TokenMatch {
  readonly questionSpans: Uint16Array;
  readonly sentenceSpans: Uint16Array;
  /** Question tokens × sentence tokens, row after row, −1…1. */
  readonly cosines: Float32Array;
}

/**
 * The stretch of a long sentence that is most about the question, whole clauses of it: what else the sentence says
 * hides an answer from the reader, as it does from a person.
 */
export function readingWindow(text: string, match: TokenMatch): string {
  if (text.length <= SHORT) return text;
  const clauses = splitClauses(text);
  if (clauses.length < 2) return text;
  const scores = clauses.map((clause) => about(clause, match));
  let from = scores.indexOf(Math.max(...scores));
  let to = from;
  const start = () => clauses[from]?.start ?? 0;
  const end = () => clauses[to]?.end ?? text.length;
  for (;;) {
    const before = clauses[from - 1];
    const after = clauses[to + 1];
    const fitsBefore = before !== undefined && end() - before.start <= LONGEST;
    const fitsAfter = after !== undefined && after.end - start() <= LONGEST;
    if (!fitsBefore && !fitsAfter) break;
    if (fitsBefore && (!fitsAfter || (scores[from - 1] ?? 0) >= (scores[to + 1] ?? 0))) from -= 1;
    else to += 1;
  }
  return text.slice(start(), end());
}

/** Mean over the question's tokens of the best cosine in the stretch. */
function about({ start, end }: Span, { questionSpans, sentenceSpans, cosines }: TokenMatch): number {
  const width = sentenceSpans.length / 2;
  const rows = questionSpans.length / 2;
  const inside = Array.from({ length: width }, (_, column) => column).filter(
    (column) => (sentenceSpans[2 * column] ?? 0) >= start && (sentenceSpans[2 * column + 1] ?? 0) <= end,
  );
  let sum = 0;
  for (let row = 0; row < rows; row += 1)
    sum += Math.max(-1, ...inside.map((column) => cosines[row * width + column] ?? -1));
  return rows === 0 ? 0 : sum / rows;
}
