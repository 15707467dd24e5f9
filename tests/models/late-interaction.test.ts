import { describe, expect, it } from 'vitest';
import { bestTokenCosines, maxSim } from '../../src/models/late-interaction.ts';

/** Rows of three dimensions, each of length 1. */
const question = Float32Array.of(1, 0, 0, 0, 1, 0);
const sentence = Float32Array.of(0.6, 0.8, 0, 0, 0, 1, 0.8, 0.6, 0);

describe('late interaction', () => {
  it('takes for each token of the question the best of the sentence', () => {
    const best = bestTokenCosines(question, 2, sentence, 3, 3);
    expect(best[0]).toBeCloseTo(0.8, 6);
    expect(best[1]).toBeCloseTo(0.8, 6);
  });

  it('is the mean over the tokens of the question', () => {
    expect(maxSim(question, 2, sentence, 2, 3)).toBeCloseTo((0.6 + 0.8) / 2, 6);
  });

  it('is 1 for a text and itself, and can be negative', () => {
    expect(maxSim(sentence, 3, sentence, 3, 3)).toBeCloseTo(1, 6);
    expect(maxSim(Float32Array.of(1, 0, 0), 1, Float32Array.of(-1, 0, 0), 1, 3)).toBe(-1);
  });

  it('is 0 where either side has no token', () => {
    expect(maxSim(new Float32Array(), 0, sentence, 3, 3)).toBe(0);
    expect(maxSim(question, 2, new Float32Array(), 0, 3)).toBe(0);
  });
});
