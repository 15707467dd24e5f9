import { WenbaoError } from '../errors.ts';
import { chooseThreshold, coverageRisk, type RiskRow } from './coverage-risk.ts';
import { fitDecision, type ReadCase, riskItems } from './fit-decision.ts';

/** A fitted decision as the calibration file has it, and the curve that its threshold was picked from. */
export interface CalibratedDecision {
  readonly intercept: number;
  readonly features: Readonly<
    Record<string, { readonly mean: number; readonly scale: number; readonly weight: number }>
  >;
  readonly chosen: RiskRow;
  readonly rows: readonly RiskRow[];
}

/**
 * Fits the decision on cases and picks the threshold that answers most while no more than `maxFalseAnswer` of the
 * unanswerable ones are answered; throws WenbaoError `calibration` where none does.
 */
export function calibrateDecision(read: readonly ReadCase[], maxFalseAnswer: number): CalibratedDecision {
  const fitted = fitDecision(read);
  const rows = coverageRisk(riskItems(read, fitted));
  const chosen = chooseThreshold(rows, maxFalseAnswer);
  if (chosen === null)
    throw new WenbaoError(
      'calibration',
      `No threshold keeps false answers at ${maxFalseAnswer}: add cases or allow more.`,
    );
  const { bias, means, scales, weights } = fitted.logistic;
  const features = Object.fromEntries(
    fitted.featureNames.map((name, index) => [
      name,
      { mean: means[index] ?? 0, scale: scales[index] ?? 1, weight: weights[index] ?? 0 },
    ]),
  );
  return { intercept: bias, features, chosen, rows };
}
