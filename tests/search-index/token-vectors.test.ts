import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/models/encoder.ts';
import { createTokenWriter, readTokens } from '../../src/search-index/token-vectors.ts';

const DIMENSIONS = 4;

describe('kept token vectors', () => {
  it('come back sentence by sentence, with their spans and length 1', () => {
    const read = written([
      encodingOf([0.5, 0.5, 0.5, 0.5], [0.6, 0, -0.8, 0]),
      encodingOf(),
      encodingOf([0, 0, 0, 1]),
    ]);
    expect(read(0).tokenCount).toBe(2);
    expect([...read(0).spans]).toEqual([0, 1, 1, 2]);
    expectNear(read(0).tokens, [0.5, 0.5, 0.5, 0.5, 0.6, 0, -0.8, 0]);
    expect(read(1)).toEqual({ tokens: new Float32Array(), tokenCount: 0, spans: new Uint16Array() });
    expectNear(read(2).tokens, [0, 0, 0, 1]);
  });

  it('are not kept above the ceiling', () => {
    const writer = createTokenWriter(DIMENSIONS, 2 * DIMENSIONS);
    writer.add(encodingOf([1, 0, 0, 0], [0, 1, 0, 0]));
    expect(writer.finish()).not.toBeNull();
    writer.add(encodingOf([0, 0, 1, 0]));
    expect(writer.finish()).toBeNull();
    expect(writer.tokenCount).toBe(3);
  });

  it('are refused when they are of another number of sentences or dimensions', () => {
    const bytes = bytesOf([encodingOf([1, 0, 0, 0])]);
    expect(() => readTokens(bytes, DIMENSIONS, 2)).toThrow('not made for 2 sentences');
    expect(() => readTokens(bytes, 8, 1)).toThrow('of 8 dimensions');
    expect(() => readTokens(bytes.subarray(0, 3), DIMENSIONS, 1)).toThrow('not made for');
  });
});

function encodingOf(...rows: number[][]): Encoding {
  return {
    cls: Float32Array.of(1, 0, 0, 0),
    tokens: Float32Array.from(rows.flat()),
    tokenCount: rows.length,
    spans: Uint16Array.from(rows.flatMap((_, index) => [index, index + 1])),
  };
}

function bytesOf(encodings: readonly Encoding[]): Buffer {
  const writer = createTokenWriter(DIMENSIONS);
  for (const encoding of encodings) writer.add(encoding);
  return writer.finish() ?? Buffer.alloc(0);
}

function written(encodings: readonly Encoding[]) {
  return readTokens(bytesOf(encodings), DIMENSIONS, encodings.length);
}

function expectNear(actual: Float32Array, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 2);
}
