const QUIET_MS = 60_000;
const MOST_REMEMBERED = 100;

/** Says each message once a minute at most: whoever floods a public address shall not flood the log. */
export function createWarnSeldom(
  warn: (message: string) => void,
  now: () => number,
): (message: string) => void {
  const saidAt = new Map<string, number>();
  return (message) => {
    const time = now();
    if (time - (saidAt.get(message) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    if (saidAt.size >= MOST_REMEMBERED) saidAt.clear();
    saidAt.set(message, time);
    warn(message);
  };
}
