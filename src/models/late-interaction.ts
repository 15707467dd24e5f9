import type { TokenVectors } from './encoder.ts';
import { rowProducts } from './row-products.ts';

/** Cosine of every question token with every sentence token, `question.tokenCount × sentence.tokenCount`, row after row. */
export function tokenCosines(
  question: TokenVectors,
  sentence: TokenVectors,
  dimensions: number,
): Float32Array {
  return rowProducts(
    { values: question.tokens, rows: question.tokenCount },
    { values: sentence.tokens, rows: sentence.tokenCount },
    dimensions,
  );
}

/**
 * Late interaction, −1…1: the mean over the question's tokens (the rows of `cosines`) of the best cosine among
 * the sentence's, or among those in [from, to) of them; 0 where either side has no token.
 */
export function maxSim(cosines: Float32Array, questionCount: number, from = 0, to = Infinity): number {
  if (cosines.length === 0) return 0;
  const width = cosines.length / questionCount;
  const end = Math.min(to, width);
  let sum = 0;
  for (let row = 0; row < questionCount; row += 1) {
    let highest = -1;
    for (let index = row * width + from; index < row * width + end; index += 1)
      highest = Math.max(highest, cosines[index] as number);
    sum += highest;
  }
  return sum / questionCount;
}
