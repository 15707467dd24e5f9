import type { Case } from '../domain/case.ts';
import type { Trace, TracedCandidate } from '../domain/trace.ts';
import { citesEvidence } from './cites-evidence.ts';
import type { RiskItem } from './coverage-risk.ts';
import { fitLogistic, type LogisticModel, type LogisticRow, predictLogistic } from './fit-logistic.ts';

/** A case with how its question was read. */
export interface ReadCase {
  readonly asked: Case;
  readonly trace: Trace;
}

/** A logistic regression over the candidates' features, by their names. */
export interface FittedDecision {
  readonly featureNames: readonly string[];
  readonly logistic: LogisticModel;
}

const PENALTY = 1;

/**
 * Fits how likely a candidate answers: every candidate of every searched case is a row, true where it stands
 * on evidence. Rows are not balanced, so that the outcome is a probability of real traffic.
 */
export function fitDecision(cases: readonly ReadCase[]): FittedDecision {
  const featureNames = Object.keys(cases.flatMap(({ trace }) => trace.candidates)[0]?.features ?? {});
  const rows: LogisticRow[] = cases.flatMap(({ asked, trace }) =>
    trace.candidates.map((candidate) => ({
      features: valuesOf(candidate, featureNames),
      label: standsOnEvidence(asked, candidate),
    })),
  );
  return { featureNames, logistic: fitLogistic(rows, { penalty: PENALTY, balanced: false }) };
}

/** What would happen to each case under a fitted decision, for the choice of a threshold. */
export function riskItems(
  cases: readonly ReadCase[],
  { featureNames, logistic }: FittedDecision,
): RiskItem[] {
  return cases.map(({ asked, trace }) => {
    let confidence = 0;
    let best: TracedCandidate | null = null;
    for (const candidate of trace.candidates.filter(({ able }) => able)) {
      const probability = predictLogistic(logistic, valuesOf(candidate, featureNames));
      if (probability > confidence) [confidence, best] = [probability, candidate];
    }
    return {
      confidence,
      answerable: isAnswerable(asked),
      right: best !== null && standsOnEvidence(asked, best),
    };
  });
}

function isAnswerable({ kinds }: Case): boolean {
  return kinds.includes('answer') || kinds.includes('partial');
}

function standsOnEvidence({ evidence }: Case, { start, end }: TracedCandidate): boolean {
  return evidence.some((item) => citesEvidence(item, [{ start, end }]));
}

function valuesOf({ features }: TracedCandidate, names: readonly string[]): number[] {
  return names.map((name) => features[name] ?? 0);
}
