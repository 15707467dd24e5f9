import { describe, expect, it } from 'vitest';
import { applyIsotonic, applyPlatt } from '../../src/domain/confidence-curve.ts';
import { chooseThreshold, coverageRisk } from '../../src/evaluation/coverage-risk.ts';
import { crossValidate, logLoss } from '../../src/evaluation/cross-validate.ts';
import { fitLogistic, type LogisticRow, predictLogistic } from '../../src/evaluation/fit-logistic.ts';
import { fitIsotonic } from '../../src/evaluation/isotonic.ts';
import { fitPlatt, type Observation } from '../../src/evaluation/platt.ts';

/** The same numbers in 0…1 on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** Rows whose label is true with probability sigmoid(2·first − 1·second + 0.5); the third feature is noise. */
function syntheticRows(count: number): readonly LogisticRow[] {
  const next = numbers(7);
  return Array.from({ length: count }, () => {
    const features = [next() * 4 - 2, next() * 40 - 20, next()];
    return { features, label: next() < sigmoid(2 * (features[0] ?? 0) - 0.1 * (features[1] ?? 0) + 0.5) };
  });
}

describe('fitLogistic', () => {
  it('finds the weights that made the data, whatever the features’ scale', () => {
    const model = fitLogistic(syntheticRows(20_000), { penalty: 1e-6, balanced: false });
    const raw = model.weights.map((weight, index) => weight / (model.scales[index] ?? 1));
    expect(Math.abs((raw[0] ?? 0) - 2)).toBeLessThan(0.1);
    expect(raw[1]).toBeCloseTo(-0.1, 2);
    expect(Math.abs(raw[2] ?? 1)).toBeLessThan(0.15);
  });

  it('gives the same numbers for the same rows', () => {
    const rows = syntheticRows(300);
    expect(fitLogistic(rows, { penalty: 1, balanced: true })).toEqual(
      fitLogistic(rows, { penalty: 1, balanced: true }),
    );
  });

  it('stays finite on rows that a line parts cleanly', () => {
    const rows = [-2, -1, 1, 2].map((value) => ({ features: [value, 7], label: value > 0 }));
    const model = fitLogistic(rows, { penalty: 0.1, balanced: false });
    expect(model.weights.every(Number.isFinite)).toBe(true);
    expect(model.weights[1]).toBe(0);
    expect(predictLogistic(model, [2, 7])).toBeGreaterThan(0.9);
  });

  it('shrinks weights as the penalty grows', () => {
    const rows = syntheticRows(500);
    const first = (penalty: number): number =>
      fitLogistic(rows, { penalty, balanced: false }).weights[0] ?? 0;
    expect(first(1000)).toBeLessThan(first(1) / 2);
  });

  it('puts the rare class at one half when balanced', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ features: [0], label: index < 5 }));
    expect(predictLogistic(fitLogistic(rows, { penalty: 1, balanced: true }), [0])).toBeCloseTo(0.5, 6);
    expect(predictLogistic(fitLogistic(rows, { penalty: 1, balanced: false }), [0])).toBeCloseTo(0.05, 6);
  });

  it('refuses no rows, and rows of different lengths', () => {
    expect(() => fitLogistic([], { penalty: 1, balanced: false })).toThrow(RangeError);
    const rows = [
      { features: [1], label: true },
      { features: [1, 2], label: false },
    ];
    expect(() => fitLogistic(rows, { penalty: 1, balanced: false })).toThrow(RangeError);
  });
});

describe('fitPlatt', () => {
  it('finds the curve that made the labels', () => {
    const next = numbers(3);
    const observations = Array.from({ length: 5000 }, (): Observation => {
      const score = next() * 6 - 3;
      return { score, label: next() < sigmoid(1.5 * score - 1) };
    });
    const calibration = fitPlatt(observations);
    expect(applyPlatt(calibration, 0)).toBeCloseTo(sigmoid(-1), 1);
    expect(applyPlatt(calibration, 2)).toBeCloseTo(sigmoid(2), 1);
  });
});

describe('fitIsotonic', () => {
  it('pools neighbours that fall and shares equal scores', () => {
    const labels: readonly (readonly [number, boolean])[] = [
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [4, true],
      [5, true],
    ];
    const calibration = fitIsotonic(labels.map(([score, label]) => ({ score, label })));
    expect(calibration.points).toEqual([
      { score: 1, probability: 0 },
      { score: 2, probability: 0.5 },
      { score: 3, probability: 0.5 },
      { score: 4, probability: 1 },
      { score: 5, probability: 1 },
    ]);
  });

  it('is flat beyond its ends and straight between its points', () => {
    const calibration = fitIsotonic([
      { score: 0, label: false },
      { score: 10, label: true },
    ]);
    expect([-5, 0, 2.5, 10, 50].map((score) => applyIsotonic(calibration, score))).toEqual([
      0, 0, 0.25, 1, 1,
    ]);
    expect(applyIsotonic(fitIsotonic([]), 3)).toBe(0.5);
  });
});

describe('crossValidate', () => {
  it('never trains on a group that it predicts, and predicts each item once', () => {
    const items = Array.from({ length: 40 }, (_, index) => ({ group: `case-${index % 10}`, index }));
    const predictions = crossValidate(
      items,
      5,
      ({ group }) => group,
      (seen) => new Set(seen.map(({ group }) => group)),
      (seen, { group, index }) => (seen.has(group) ? -1 : index),
    );
    expect(predictions).toEqual(items.map(({ index }) => index));
  });

  it('deals groups evenly and the same way in any order', () => {
    const sizes = (items: readonly string[]): readonly number[] =>
      crossValidate(
        items,
        4,
        (item) => item,
        (seen) => seen.length,
        (seen) => seen,
      );
    const items = Array.from({ length: 20 }, (_, index) => `case-${index}`);
    expect(new Set(sizes(items))).toEqual(new Set([15]));
    expect(sizes(items.toReversed())).toEqual(sizes(items));
  });
});

describe('logLoss', () => {
  it('is low for sure and right, and finite for sure and wrong', () => {
    expect(logLoss([1, 0], [true, false])).toBeLessThan(1e-5);
    expect(logLoss([1], [false])).toBeCloseTo(13.8, 1);
  });
});

describe('coverageRisk', () => {
  const item = (confidence: number, answerable: boolean, right: boolean) => ({
    confidence,
    answerable,
    right,
  });
  const rows = coverageRisk([
    item(0.2, false, false),
    item(0.9, true, true),
    item(0.6, true, false),
    item(0.8, true, true),
    item(0.6, false, false),
  ]);

  it('gives a row for every confidence, the most careful first', () => {
    expect(rows).toEqual([
      { threshold: 0.9, answered: 1, coverage: 0.2, risk: 0, falseAnswers: 0, falseRefusals: 2 / 3 },
      { threshold: 0.8, answered: 2, coverage: 0.4, risk: 0, falseAnswers: 0, falseRefusals: 1 / 3 },
      { threshold: 0.6, answered: 4, coverage: 0.8, risk: 0.5, falseAnswers: 0.5, falseRefusals: 0 },
      { threshold: 0.2, answered: 5, coverage: 1, risk: 0.6, falseAnswers: 1, falseRefusals: 0 },
    ]);
  });

  it('chooses the threshold that answers most below the ceiling, half way to the next confidence', () => {
    expect(chooseThreshold(rows, 0.03)).toMatchObject({ threshold: expect.closeTo(0.7), answered: 2 });
    expect(chooseThreshold(rows, 1)).toMatchObject({ threshold: 0.1, answered: 5 });
  });

  it('chooses none where even the surest answer is a false one', () => {
    expect(chooseThreshold(coverageRisk([item(0.9, false, false), item(0.1, true, true)]), 0.03)).toBeNull();
  });
});
