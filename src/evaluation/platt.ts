import type { PlattCurve } from '../domain/confidence-curve.ts';
import { fitLogistic } from './fit-logistic.ts';

/** A score and whether what it speaks for is so. */
export interface Observation {
  readonly score: number;
  readonly label: boolean;
}

/**
 * Platt's scaling: a logistic curve through the scores. The smallest penalty that keeps the curve finite when
 * the classes are perfectly apart stands in for Platt's softened targets.
 */
export function fitPlatt(observations: readonly Observation[]): PlattCurve {
  const rows = observations.map(({ score, label }) => ({ features: [score], label }));
  const { bias, weights, means, scales } = fitLogistic(rows, { penalty: 0.1, balanced: false });
  const slope = (weights[0] ?? 0) / (scales[0] ?? 1);
  return { kind: 'platt', slope, offset: bias - slope * (means[0] ?? 0) };
}
