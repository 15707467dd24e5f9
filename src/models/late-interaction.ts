import type { TokenVectors } from './encoder.ts';

/** Cosine of every question token with every sentence token, `question.tokenCount × sentence.tokenCount`, row after row. */
export function tokenCosines(
  question: TokenVectors,
  sentence: TokenVectors,
  dimensions: number,
): Float32Array {
  const cosines = new Float32Array(question.tokenCount * sentence.tokenCount);
  for (let row = 0; row < question.tokenCount; row += 1) {
    for (let column = 0; column < sentence.tokenCount; column += 1) {
      cosines[row * sentence.tokenCount + column] = dot(
        question.tokens,
        row * dimensions,
        sentence.tokens,
        column * dimensions,
        dimensions,
      );
    }
  }
  return cosines;
}

/**
 * Late interaction, −1…1: the mean over the question's tokens (the rows of `cosines`) of the best cosine among
 * the sentence's; 0 where either side has no token.
 */
export function maxSim(cosines: Float32Array, questionCount: number): number {
  if (cosines.length === 0) return 0;
  const width = cosines.length / questionCount;
  let sum = 0;
  for (let row = 0; row < questionCount; row += 1) {
    let highest = -1;
    for (let index = row * width; index < (row + 1) * width; index += 1)
      highest = Math.max(highest, cosines[index] as number);
    sum += highest;
  }
  return sum / questionCount;
}

/** Four sums, so that one addition need not wait for the one before. */
function dot(
  left: Float32Array,
  leftStart: number,
  right: Float32Array,
  rightStart: number,
  length: number,
): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  const even = length - (length % 4);
  for (let index = 0; index < even; index += 4) {
    const l = leftStart + index;
    const r = rightStart + index;
    first += (left[l] as number) * (right[r] as number);
    second += (left[l + 1] as number) * (right[r + 1] as number);
    third += (left[l + 2] as number) * (right[r + 2] as number);
    fourth += (left[l + 3] as number) * (right[r + 3] as number);
  }
  for (let index = even; index < length; index += 1) {
    first += (left[leftStart + index] as number) * (right[rightStart + index] as number);
  }
  return first + second + (third + fourth);
}
