/** One observation: its features and whether the thing it speaks for is so. */
export interface LogisticRow {
  readonly features: readonly number[];
  readonly label: boolean;
}

/** A logistic regression on standardised features; plain numbers, so that it can be kept as JSON. */
export interface LogisticModel {
  readonly bias: number;
  /** One a feature, for the feature minus its mean over its scale. */
  readonly weights: readonly number[];
  readonly means: readonly number[];
  /** Standard deviations; 1 where a feature never varies. */
  readonly scales: readonly number[];
}

export interface LogisticOptions {
  /** Strength of the L2 penalty on the weights (the bias is free), in units of one observation. */
  readonly penalty: number;
  /** Each class gets half of the weight, so that the rare one is heard; probabilities are then of a balanced world. */
  readonly balanced: boolean;
}

const MOST_STEPS = 100;
const TOLERANCE = 1e-10;

/**
 * L2-regularised logistic regression by Newton's method (IRLS) with step halving. The loss is convex and the
 * order of sums is fixed, so the same rows give the same bytes.
 * @throws RangeError where there are no rows, or rows of different lengths.
 */
export function fitLogistic(
  rows: readonly LogisticRow[],
  { penalty, balanced }: LogisticOptions,
): LogisticModel {
  const size = rows[0]?.features.length;
  if (size === undefined) throw new RangeError('fitLogistic needs at least one row');
  if (rows.some(({ features }) => features.length !== size))
    throw new RangeError('rows have different numbers of features');
  const { means, scales } = standardise(rows, size);
  const inputs = rows.map(({ features }) => [
    1,
    ...features.map((value, index) => (value - (means[index] ?? 0)) / (scales[index] ?? 1)),
  ]);
  const targets = rows.map(({ label }) => (label ? 1 : 0));
  const weights = balanced ? balancingWeights(targets) : targets.map(() => 1);
  const problem = { inputs, targets, weights, penalty };

  let coefficients = new Array<number>(size + 1).fill(0);
  let loss = lossOf(problem, coefficients);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = newtonDirection(problem, coefficients);
    let length = 1;
    let next = moved(coefficients, direction, length);
    let nextLoss = lossOf(problem, next);
    while (!(nextLoss <= loss) && length > 1e-6) {
      length /= 2;
      next = moved(coefficients, direction, length);
      nextLoss = lossOf(problem, next);
    }
    if (!(nextLoss <= loss)) break;
    const gained = loss - nextLoss;
    coefficients = next;
    loss = nextLoss;
    if (gained <= TOLERANCE * (1 + Math.abs(loss))) break;
  }
  return { bias: coefficients[0] ?? 0, weights: coefficients.slice(1), means, scales };
}

/** The model's probability that the label of these features is true, 0…1. */
export function predictLogistic(model: LogisticModel, features: readonly number[]): number {
  const sum = model.weights.reduce(
    (total, weight, index) =>
      total + (weight * ((features[index] ?? 0) - (model.means[index] ?? 0))) / (model.scales[index] ?? 1),
    model.bias,
  );
  return sigmoid(sum);
}

/** 1 / (1 + e^-x) without overflow. */
function sigmoid(value: number): number {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const exponential = Math.exp(value);
  return exponential / (1 + exponential);
}

interface Problem {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
  readonly weights: readonly number[];
  readonly penalty: number;
}

function standardise(rows: readonly LogisticRow[], size: number): { means: number[]; scales: number[] } {
  const means = Array.from({ length: size }, (_, index) =>
    mean(rows.map(({ features }) => features[index] ?? 0)),
  );
  const scales = means.map((centre, index) => {
    const deviation = Math.sqrt(mean(rows.map(({ features }) => ((features[index] ?? 0) - centre) ** 2)));
    return deviation > 1e-12 ? deviation : 1;
  });
  return { means, scales };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function balancingWeights(targets: readonly number[]): number[] {
  const positive = targets.reduce((sum, target) => sum + target, 0);
  const negative = targets.length - positive;
  if (positive === 0 || negative === 0) return targets.map(() => 1);
  return targets.map((target) => targets.length / (2 * (target === 1 ? positive : negative)));
}

function lossOf({ inputs, targets, weights, penalty }: Problem, coefficients: readonly number[]): number {
  let loss = 0;
  inputs.forEach((input, row) => {
    const margin = (targets[row] === 1 ? 1 : -1) * dot(input, coefficients);
    // log(1 + e^-m), written so that neither end overflows.
    loss +=
      (weights[row] ?? 1) *
      (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
  });
  for (const weight of coefficients.slice(1)) loss += (penalty / 2) * weight * weight;
  return loss;
}

function newtonDirection(
  { inputs, targets, weights, penalty }: Problem,
  coefficients: readonly number[],
): number[] {
  const size = coefficients.length;
  const gradient = coefficients.map((weight, index) => (index === 0 ? 0 : penalty * weight));
  // A hair on the diagonal keeps the matrix invertible where the penalty is 0 or a class is missing.
  const curvature = coefficients.map((_, row) =>
    coefficients.map((_weight, column) => (row !== column ? 0 : row === 0 ? 1e-9 : penalty + 1e-9)),
  );
  inputs.forEach((input, row) => {
    const probability = sigmoid(dot(input, coefficients));
    const weight = weights[row] ?? 1;
    const error = weight * (probability - (targets[row] ?? 0));
    const bend = weight * probability * (1 - probability);
    for (let one = 0; one < size; one += 1) {
      gradient[one] = (gradient[one] ?? 0) + error * (input[one] ?? 0);
      const line = curvature[one] ?? [];
      for (let other = 0; other < size; other += 1) {
        line[other] = (line[other] ?? 0) + bend * (input[one] ?? 0) * (input[other] ?? 0);
      }
    }
  });
  return solve(curvature, gradient).map((value) => -value);
}

function moved(from: readonly number[], direction: readonly number[], length: number): number[] {
  return from.map((value, index) => value + length * (direction[index] ?? 0));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

/** Gaussian elimination with row pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row += 1) {
      if (Math.abs(cell(row, pivot)) > Math.abs(cell(best, pivot))) best = row;
    }
    const lifted = rows[best] ?? [];
    rows[best] = rows[pivot] ?? [];
    rows[pivot] = lifted;
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = cell(row, pivot) / cell(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * (lifted[column] ?? 0));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = cell(row, size);
    for (let column = row + 1; column < size; column += 1)
      rest -= cell(row, column) * (solution[column] ?? 0);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}
