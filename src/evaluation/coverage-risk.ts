/** A question with the confidence of its best answer, whether or not it was given. */
export interface RiskItem {
  /** Probability that the answer is right, 0…1. */
  readonly confidence: number;
  /** The report does answer the question. */
  readonly answerable: boolean;
  /** Giving this answer would be right. */
  readonly right: boolean;
}

/** What happens where everything with at least `threshold` is answered. Shares are 0…1. */
export interface RiskRow {
  readonly threshold: number;
  readonly answered: number;
  /** Answered, of all questions. */
  readonly coverage: number;
  /** Answered wrong, of the answered. */
  readonly risk: number;
  /** Unanswerable questions answered all the same. */
  readonly falseAnswers: number;
  /** Answerable questions refused. */
  readonly falseRefusals: number;
}

/** One row for every confidence that occurs, the most careful first; equal confidences stand or fall together. */
export function coverageRisk(items: readonly RiskItem[]): readonly RiskRow[] {
  const sorted = items.toSorted((one, other) => other.confidence - one.confidence);
  const answerable = items.filter((item) => item.answerable).length;
  const unanswerable = items.length - answerable;
  const rows: RiskRow[] = [];
  let wrong = 0;
  let answeredOfAnswerable = 0;
  sorted.forEach((item, index) => {
    if (!item.right) wrong += 1;
    if (item.answerable) answeredOfAnswerable += 1;
    const answered = index + 1;
    if (sorted[answered]?.confidence === item.confidence) return;
    rows.push({
      threshold: item.confidence,
      answered,
      coverage: answered / items.length,
      risk: wrong / answered,
      falseAnswers: unanswerable === 0 ? 0 : (answered - answeredOfAnswerable) / unanswerable,
      falseRefusals: answerable === 0 ? 0 : (answerable - answeredOfAnswerable) / answerable,
    });
  });
  return rows;
}

/**
 * The row that answers most while no more than `ceiling` of the unanswerable questions are answered; null
 * where even the most careful one answers too many. The threshold is put half way to the next lower
 * confidence, so that a rounding does not turn an answer into a refusal.
 */
export function chooseThreshold(rows: readonly RiskRow[], ceiling: number): RiskRow | null {
  const last = rows.findLastIndex(({ falseAnswers }) => falseAnswers <= ceiling);
  const row = rows[last];
  if (row === undefined) return null;
  return { ...row, threshold: (row.threshold + (rows[last + 1]?.threshold ?? 0)) / 2 };
}
