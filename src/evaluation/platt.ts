import { fitLogistic, sigmoid } from './fit-logistic.ts';

/** A score and whether what it speaks for is so. */
export interface Observation {
  readonly score: number;
  readonly label: boolean;
}

/** probability = sigmoid(slope × score + offset) */
export interface PlattCalibration {
  readonly kind: 'platt';
  readonly slope: number;
  readonly offset: number;
}

/**
 * Platt's scaling: a logistic curve through the scores. The smallest penalty that keeps the curve finite when
 * the classes are perfectly apart stands in for Platt's softened targets.
 */
export function fitPlatt(observations: readonly Observation[]): PlattCalibration {
  const rows = observations.map(({ score, label }) => ({ features: [score], label }));
  const { bias, weights, means, scales } = fitLogistic(rows, { penalty: 0.1, balanced: false });
  const slope = (weights[0] ?? 0) / (scales[0] ?? 1);
  return { kind: 'platt', slope, offset: bias - slope * (means[0] ?? 0) };
}

export function applyPlatt({ slope, offset }: PlattCalibration, score: number): number {
  return sigmoid(slope * score + offset);
}
