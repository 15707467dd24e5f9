/** The nearest-rank percentile (0…100) of values in any order; null of none. */
export function percentile(values: readonly number[], rank: number): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? null;
}
