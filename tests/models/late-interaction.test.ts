import { describe, expect, it } from 'vitest';
import type { TokenVectors } from '../../src/models/encoder.ts';
import { maxSim, tokenCosines } from '../../src/models/late-interaction.ts';

/** Rows of three dimensions, each of length 1. */
const question = vectors(1, 0, 0, 0, 1, 0);
const sentence = vectors(0.6, 0.8, 0, 0, 0, 1, 0.8, 0.6, 0);

describe('late interaction', () => {
  it('gives every cosine of the question’s tokens with the sentence’s, row after row', () => {
    const cosines = [...tokenCosines(question, sentence, 3)];
    expect(cosines.map((cosine) => Math.round(cosine * 10) / 10)).toEqual([0.6, 0, 0.8, 0.8, 0, 0.6]);
  });

  it('is the mean over the question’s tokens of the best', () => {
    expect(late(question, sentence)).toBeCloseTo(0.8, 6);
    expect(late(question, vectors(0.6, 0.8, 0, 0, 0, 1))).toBeCloseTo((0.6 + 0.8) / 2, 6);
  });

  it('is 1 for a text and itself, and can be negative', () => {
    expect(late(sentence, sentence)).toBeCloseTo(1, 6);
    expect(late(vectors(1, 0, 0), vectors(-1, 0, 0))).toBe(-1);
  });

  it('is 0 where either side has no token', () => {
    expect(late(vectors(), sentence)).toBe(0);
    expect(late(question, vectors())).toBe(0);
  });
});

function vectors(...values: number[]): TokenVectors {
  const tokenCount = values.length / 3;
  return { tokens: Float32Array.from(values), tokenCount, spans: new Uint16Array(2 * tokenCount) };
}

function late(left: TokenVectors, right: TokenVectors): number {
  return maxSim(tokenCosines(left, right, 3), left.tokenCount);
}
