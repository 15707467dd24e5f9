const OFFSET_MS = 8 * 60 * 60_000;

/** A moment (milliseconds since 1970) as clocks in China show it, `YYYY-MM-DD HH:mm`: one zone, no summer time. */
export function chinaTime(moment: number): string {
  return new Date(moment + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Its day, `YYYY-MM-DD`. */
export function chinaDay(moment: number): string {
  return chinaTime(moment).slice(0, 10);
}
