import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import createWabt from 'wabt';
import { type Matrix, rowProducts } from '../../src/models/row-products.ts';

const SOURCE = new URL('../../src/models/row-products.wat', import.meta.url);
const COMPILED = new URL('../../src/models/row-products.wasm', import.meta.url);

describe('products of rows', () => {
  it('are those of plain arithmetic, for any number of rows and dimensions', () => {
    const sizes = fc.record({
      left: fc.nat(9),
      right: fc.nat(9),
      dimensions: fc.integer({ min: 1, max: 80 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(sizes, ({ left, right, dimensions, seed }) => {
        const [first, second] = [matrix(left, dimensions, seed), matrix(right, dimensions, seed + 1)];
        const products = rowProducts(first, second, dimensions);
        expect(products).toHaveLength(left * right);
        for (const [index, product] of products.entries()) {
          const [row, column] = [Math.floor(index / right), index % right];
          expect(product).toBeCloseTo(plainProduct(first, row, second, column, dimensions), 4);
        }
      }),
    );
  });

  it('have room for the longest texts', () => {
    const long = matrix(512, 512, 7);
    const products = rowProducts(long, long, 512);
    expect(products).toHaveLength(512 * 512);
    expect(products.at(-1)).toBeCloseTo(plainProduct(long, 511, long, 511, 512), 3);
  });

  it('are computed by what the source compiles to (npm run wasm)', async () => {
    const wabt = await createWabt();
    const module = wabt.parseWat('row-products.wat', readFileSync(SOURCE, 'utf8'));
    module.validate();
    expect(Buffer.from(module.toBinary({}).buffer).equals(readFileSync(COMPILED))).toBe(true);
  });
});

/** Values −0.5…0.5 that look like chance and are the same each time. */
function matrix(rows: number, dimensions: number, seed: number): Matrix {
  const values = Float32Array.from({ length: rows * dimensions }, (_, index) => {
    const wave = Math.sin((index + 1) * 12.9898 + seed) * 43758.5453;
    return wave - Math.floor(wave) - 0.5;
  });
  return { values, rows };
}

function plainProduct(left: Matrix, row: number, right: Matrix, column: number, dimensions: number): number {
  let sum = 0;
  for (let index = 0; index < dimensions; index += 1)
    sum += (left.values[row * dimensions + index] ?? 0) * (right.values[column * dimensions + index] ?? 0);
  return sum;
}
