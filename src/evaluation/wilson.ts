/** A share of cases with its 95% interval; `of` 0 leaves the rate unknown. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  /** 0…1; null where nothing was counted. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/** 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/** `count` of `of` with its Wilson score interval, which stays sensible at 0% and 100% of few cases. */
export function wilson(count: number, of: number): Rate {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 };
  const share = count / of;
  const scale = 1 + (Z * Z) / of;
  const centre = (share + (Z * Z) / (2 * of)) / scale;
  const margin = (Z / scale) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { count, of, share, low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}
