/** How much one person may send. */
export interface BurstLimit {
  readonly messages: number;
  readonly windowMs: number;
}

/** `told`: over the limit, and the person has been told so in this window already. */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'limited'; readonly seconds: number }
  | { readonly kind: 'told' };

interface Window {
  readonly from: number;
  count: number;
}

/** Counts each person's messages in windows that begin with their first one. */
export function createBurstLimit(
  { messages, windowMs }: BurstLimit,
  now: () => number,
): (person: string) => Admission {
  const windows = new Map<string, Window>();
  let sweptAt = now();
  return (person) => {
    const time = now();
    sweep(time);
    const known = windows.get(person);
    const window = known === undefined || isOver(known, time) ? { from: time, count: 0 } : known;
    windows.set(person, window);
    window.count += 1;
    if (window.count <= messages) return { kind: 'admitted' };
    if (window.count > messages + 1) return { kind: 'told' };
    return { kind: 'limited', seconds: Math.ceil((window.from + windowMs - time) / 1000) };
  };

  function isOver({ from }: Window, time: number): boolean {
    return time - from >= windowMs;
  }

  /** Once a window, so that people who are gone take no memory. */
  function sweep(time: number): void {
    if (time - sweptAt < windowMs) return;
    sweptAt = time;
    for (const [person, window] of windows) if (isOver(window, time)) windows.delete(person);
  }
}
