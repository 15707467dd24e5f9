import { describe, expect, it } from 'vitest';
import { createRunOnce } from '../../src/conversation/run-once.ts';

/** Runs that end when they are told to, or when they are given up. */
function heldRuns() {
  const runOnce = createRunOnce<{ readonly made: number }>(() => 0);
  const started: { readonly signal: AbortSignal; readonly end: () => void }[] = [];
  const join = (signal?: AbortSignal) =>
    runOnce(
      'a message',
      (given) =>
        new Promise((resolve, reject) => {
          const made = started.length + 1;
          given.addEventListener('abort', () => reject(given.reason));
          started.push({ signal: given, end: () => resolve({ made }) });
        }),
      signal,
    );
  return { join, started };
}

describe('a run', () => {
  it('is given up where the only one who waited has left, and made anew for the next', async () => {
    const { join, started } = heldRuns();
    const leaving = new AbortController();
    const { result } = join(leaving.signal);
    leaving.abort(new Error('left'));
    const next = join();
    await expect(result).rejects.toThrow('left');
    expect(next.repeated).toBe(false);
    started[1]?.end();
    expect(await next.result).toEqual({ made: 2 });
  });

  it('goes on for those who still wait, until the last has left', async () => {
    const { join, started } = heldRuns();
    const [one, other] = [new AbortController(), new AbortController()];
    const { result } = join(one.signal);
    expect(join(other.signal).repeated).toBe(true);
    one.abort(new Error('one'));
    expect(started[0]?.signal.aborted).toBe(false);
    other.abort(new Error('other'));
    await expect(result).rejects.toThrow('other');
    expect(started).toHaveLength(1);
  });

  it('is never given up where one waits who cannot leave', async () => {
    const { join, started } = heldRuns();
    const leaving = new AbortController();
    const { result } = join();
    join(leaving.signal);
    leaving.abort(new Error('left'));
    expect(started[0]?.signal.aborted).toBe(false);
    started[0]?.end();
    expect(await result).toEqual({ made: 1 });
  });

  it('that has ended is kept, whoever leaves afterwards', async () => {
    const { join, started } = heldRuns();
    const leaving = new AbortController();
    const { result } = join(leaving.signal);
    started[0]?.end();
    await result;
    leaving.abort(new Error('left'));
    expect(join().repeated).toBe(true);
    expect(started).toHaveLength(1);
  });

  it('is not begun for one who has left already', () => {
    const { join, started } = heldRuns();
    expect(() => join(AbortSignal.abort(new Error('left')))).toThrow('left');
    expect(started).toEqual([]);
  });
});
