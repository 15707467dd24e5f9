import { describe, expect, it } from 'vitest';
import { fitSoftmax, predictSoftmax, type SoftmaxRow } from '../../training/fit-softmax.ts';

/** Three classes about three corners of a plane, with one stray of class 0 among class 2. */
const ROWS: readonly SoftmaxRow[] = [
  ...[0, 1, 2, 3].map((step) => row(0, 2 + 0.1 * step, 0.2 * step)),
  ...[0, 1, 2, 3].map((step) => row(1, 0.1 * step, 2 + 0.2 * step)),
  ...[0, 1, 2, 3].map((step) => row(2, -2 - 0.1 * step, -1 + 0.2 * step)),
  row(0, -2, -1),
];

function row(label: number, x: number, y: number, weight = 1): SoftmaxRow {
  return { features: Float32Array.of(x, y), label, weight };
}

function likeliest(chances: readonly number[]): number {
  return chances.indexOf(Math.max(...chances));
}

describe('fitSoftmax', () => {
  it('tells classes apart that lie apart', () => {
    const model = fitSoftmax(ROWS, 3, 1e-3);
    const said = ROWS.slice(0, 12).map(({ features }) => likeliest(predictSoftmax(model, features)));
    expect(said).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('gives the shares of the classes where nothing tells them apart', () => {
    const model = fitSoftmax([row(0, 0, 0, 3), row(1, 0, 0, 1)], 2, 1);
    expect(predictSoftmax(model, Float32Array.of(0, 0))[0]).toBeCloseTo(0.75, 4);
  });

  it('ends where no small step makes the loss less', () => {
    const penalty = 0.01;
    const model = fitSoftmax(ROWS, 3, penalty);
    const least = loss(model, penalty);
    for (const [line, weights] of model.entries())
      for (const place of weights.keys())
        for (const step of [-0.01, 0.01]) {
          const changed = model.map((one) => one.slice());
          const target = changed[line];
          if (target !== undefined) target[place] = (target[place] ?? 0) + step;
          expect(loss(changed, penalty)).toBeGreaterThan(least);
        }
  });

  it('is the same to the last bit every time', () => {
    expect(fitSoftmax(ROWS, 3, 0.01)).toEqual(fitSoftmax(ROWS, 3, 0.01));
  });
});

function loss(model: readonly Float64Array[], penalty: number): number {
  const total = ROWS.reduce((sum, { weight }) => sum + weight, 0);
  const misses = ROWS.reduce(
    (sum, { features, label, weight }) =>
      sum - (weight / total) * Math.log(predictSoftmax(model, features)[label] ?? 0),
    0,
  );
  const squares = model.flatMap((weights) => [...weights.slice(0, -1)]).map((weight) => weight * weight);
  return misses + (penalty / 2) * squares.reduce((sum, square) => sum + square, 0);
}
