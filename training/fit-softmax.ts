/** A message as the fit sees it. */
export interface SoftmaxRow {
  readonly features: Float32Array;
  /** Index of its class. */
  readonly label: number;
  /** How much it counts. */
  readonly weight: number;
}

/** One line a class: its weights, and last its intercept. */
export type SoftmaxModel = readonly Float64Array[];

/** Earlier steps that the direction is made of. */
const MEMORY = 10;
const STEPS = 80;
/** The fit ends where the slope is this flat. */
const FLAT = 1e-5;
const SUFFICIENT = 1e-4;

/**
 * Multinomial logistic regression with a penalty on the squares of the weights (not of the intercepts), by L-BFGS
 * from zero: the same rows give the same model to the last bit.
 */
export function fitSoftmax(rows: readonly SoftmaxRow[], classes: number, penalty: number): SoftmaxModel {
  const width = (rows[0]?.features.length ?? 0) + 1;
  const lossAt = (at: Float64Array) => lossAndSlope(rows, classes, width, penalty, at);
  let here = new Float64Array(classes * width);
  let { loss, slope } = lossAt(here);
  const moves: { readonly move: Float64Array; readonly turn: Float64Array; readonly scale: number }[] = [];
  for (let step = 0; step < STEPS && Math.sqrt(dot(slope, slope)) > FLAT; step += 1) {
    const direction = descent(slope, moves);
    const steepness = dot(direction, slope);
    // The first direction is the bare slope, whose length says nothing of how far to go.
    let length = moves.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    let there = moved(here, direction, length);
    let next = lossAt(there);
    while (next.loss > loss + SUFFICIENT * length * steepness && length > 1e-10) {
      length /= 2;
      there = moved(here, direction, length);
      next = lossAt(there);
    }
    if (!(next.loss < loss)) break;
    const move = moved(there, here, -1);
    const turn = moved(next.slope, slope, -1);
    const bend = dot(move, turn);
    if (bend > 0) moves.push({ move, turn, scale: 1 / bend });
    if (moves.length > MEMORY) moves.shift();
    here = there;
    ({ loss, slope } = next);
  }
  return Array.from({ length: classes }, (_, index) => here.slice(index * width, (index + 1) * width));
}

/** How likely each class is, in the order of the model. */
export function predictSoftmax(model: SoftmaxModel, features: Float32Array): number[] {
  const scores = model.map((weights) => score(weights, 0, features));
  const highest = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The weighted mean of the log losses plus the penalty, and its slope. */
function lossAndSlope(
  rows: readonly SoftmaxRow[],
  classes: number,
  width: number,
  penalty: number,
  at: Float64Array,
): { readonly loss: number; readonly slope: Float64Array } {
  const slope = new Float64Array(at.length);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const scores = new Float64Array(classes);
  let loss = 0;
  for (const { features, label, weight } of rows) {
    const share = weight / total;
    let highest = Number.NEGATIVE_INFINITY;
    for (let one = 0; one < classes; one += 1) {
      const value = score(at, one * width, features);
      scores[one] = value;
      if (value > highest) highest = value;
    }
    let sum = 0;
    for (const value of scores) sum += Math.exp(value - highest);
    const logSum = highest + Math.log(sum);
    loss += share * (logSum - (scores[label] ?? 0));
    for (let one = 0; one < classes; one += 1) {
      const error = share * (Math.exp((scores[one] ?? 0) - logSum) - (one === label ? 1 : 0));
      const start = one * width;
      for (let index = 0; index < features.length; index += 1)
        slope[start + index] = (slope[start + index] ?? 0) + error * (features[index] ?? 0);
      slope[start + width - 1] = (slope[start + width - 1] ?? 0) + error;
    }
  }
  for (let place = 0; place < at.length; place += 1) {
    if (place % width === width - 1) continue;
    const weight = at[place] ?? 0;
    loss += (penalty / 2) * weight * weight;
    slope[place] = (slope[place] ?? 0) + penalty * weight;
  }
  return { loss, slope };
}

function score(weights: Float64Array, start: number, features: Float32Array): number {
  let sum = weights[start + features.length] ?? 0;
  for (let index = 0; index < features.length; index += 1)
    sum += (weights[start + index] ?? 0) * (features[index] ?? 0);
  return sum;
}

/** The two loops of L-BFGS: the slope turned by what the last moves tell of the curvature. */
function descent(
  slope: Float64Array,
  moves: readonly { readonly move: Float64Array; readonly turn: Float64Array; readonly scale: number }[],
): Float64Array {
  let direction = slope.map((value) => -value);
  const shares: number[] = [];
  for (const { move, turn, scale } of [...moves].reverse()) {
    const share = scale * dot(move, direction);
    shares.push(share);
    direction = moved(direction, turn, -share);
  }
  const last = moves.at(-1);
  if (last !== undefined) {
    const stretch = 1 / (last.scale * dot(last.turn, last.turn));
    direction = direction.map((value) => value * stretch);
  }
  for (const { move, turn, scale } of moves)
    direction = moved(direction, move, (shares.pop() ?? 0) - scale * dot(turn, direction));
  return direction;
}

function moved(from: Float64Array, direction: Float64Array, length: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (value, index) => value + length * (direction[index] ?? 0));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
