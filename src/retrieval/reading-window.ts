import type { Span } from '../domain/report.ts';
import { maxSim } from '../models/late-interaction.ts';
import { splitClauses } from '../text/split-clauses.ts';

/** A sentence up to this length is read whole. */
const SHORT = 60;
/** A stretch grows to its neighbours up to this length. */
const LONGEST = 80;

/** Where the tokens of a question and of a sentence stand, two numbers a token, and what they have in common. */
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

/** Late interaction with the tokens that stand in the stretch; −1 where none does. */
function about({ start, end }: Span, { questionSpans, sentenceSpans, cosines }: TokenMatch): number {
  const starts = sentenceSpans.filter((_, index) => index % 2 === 0);
  const ends = sentenceSpans.filter((_, index) => index % 2 === 1);
  const from = starts.filter((place) => place < start).length;
  const to = ends.filter((place) => place <= end).length;
  return maxSim(cosines, questionSpans.length / 2, from, to);
}
