/**
 * For each token of the question the best cosine among the sentence's tokens.
 * Both sides hold one vector of length 1 a row, `count × dimensions` long; a sentence without tokens gives 0.
 */
export function bestTokenCosines(
  questionTokens: Float32Array,
  questionCount: number,
  sentenceTokens: Float32Array,
  sentenceCount: number,
  dimensions: number,
): Float32Array {
  const best = new Float32Array(questionCount);
  if (sentenceCount === 0) return best;
  for (let question = 0; question < questionCount; question += 1) {
    let highest = -1;
    for (let sentence = 0; sentence < sentenceCount; sentence += 1) {
      const cosine = dot(
        questionTokens,
        question * dimensions,
        sentenceTokens,
        sentence * dimensions,
        dimensions,
      );
      if (cosine > highest) highest = cosine;
    }
    best[question] = highest;
  }
  return best;
}

/** Late interaction, −1…1: the mean of `bestTokenCosines`; 0 where either side has no token. */
export function maxSim(
  questionTokens: Float32Array,
  questionCount: number,
  sentenceTokens: Float32Array,
  sentenceCount: number,
  dimensions: number,
): number {
  if (questionCount === 0) return 0;
  const best = bestTokenCosines(questionTokens, questionCount, sentenceTokens, sentenceCount, dimensions);
  let sum = 0;
  for (const cosine of best) sum += cosine;
  return sum / questionCount;
}

/** Four sums, so that one addition need not wait for the one before. */
function dot(left: Float32Array, leftStart: number, right: Float32Array, rightStart: number, length: number) {
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
