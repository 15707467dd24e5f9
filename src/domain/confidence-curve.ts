/** probability = sigmoid(slope × score + offset) */
export interface PlattCurve {
  readonly kind: 'platt';
  readonly slope: number;
  readonly offset: number;
}

/** A rising line through points; scores ascending, probabilities never falling. */
export interface IsotonicCurve {
  readonly kind: 'isotonic';
  readonly points: readonly { readonly score: number; readonly probability: number }[];
}

/** What a score is worth: the share of answers of that score that turned out right, 0…1. */
export type ConfidenceCurve = PlattCurve | IsotonicCurve;

/** The probability a curve gives a score, 0…1. */
export function confidenceAt(curve: ConfidenceCurve, score: number): number {
  return curve.kind === 'platt' ? applyPlatt(curve, score) : applyIsotonic(curve, score);
}

/** The score of a probability, −∞…∞ cut off at one in a million: what the curves are fitted on. */
export function scoreOf(probability: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(inside / (1 - inside));
}

export function applyPlatt({ slope, offset }: PlattCurve, score: number): number {
  const sum = slope * score + offset;
  return sum >= 0 ? 1 / (1 + Math.exp(-sum)) : Math.exp(sum) / (1 + Math.exp(sum));
}

/** Flat beyond the ends, straight between two points; 0.5 where nothing was ever seen. */
export function applyIsotonic({ points }: IsotonicCurve, score: number): number {
  const above = points.findIndex((point) => point.score >= score);
  const right = points[above];
  const left = points[above < 0 ? points.length - 1 : above - 1];
  if (right === undefined) return left?.probability ?? 0.5;
  if (left === undefined || right.score === score) return right.probability;
  const way = (score - left.score) / (right.score - left.score);
  return left.probability + way * (right.probability - left.probability);
}
