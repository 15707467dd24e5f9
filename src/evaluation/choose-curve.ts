import { type ConfidenceCurve, confidenceAt } from '../domain/confidence-curve.ts';
import { crossValidate, logLoss } from './cross-validate.ts';
import { fitIsotonic } from './isotonic.ts';
import { fitPlatt, type Observation } from './platt.ts';

const FOLDS = 10;

/** An observation with the case it comes from. */
export interface CaseObservation extends Observation {
  readonly id: string;
}

export interface ChosenCurve {
  readonly curve: ConfidenceCurve;
  /** Mean negative log likelihood on cases that were not fitted on; lower is better. */
  readonly losses: { readonly platt: number; readonly isotonic: number };
}

/** Platt's curve or the isotonic one, whichever foretells unseen cases better, fitted on all of them. */
export function chooseCurve(observations: readonly CaseObservation[]): ChosenCurve {
  const losses = { platt: lossOf(observations, fitPlatt), isotonic: lossOf(observations, fitIsotonic) };
  const fitBest = losses.isotonic < losses.platt ? fitIsotonic : fitPlatt;
  return { curve: fitBest(observations), losses };
}

function lossOf(
  observations: readonly CaseObservation[],
  fitCurve: (observations: readonly Observation[]) => ConfidenceCurve,
): number {
  const predicted = crossValidate(
    observations,
    FOLDS,
    ({ id }) => id,
    fitCurve,
    (curve, { score }) => confidenceAt(curve, score),
  );
  return logLoss(
    predicted,
    observations.map(({ label }) => label),
  );
}
