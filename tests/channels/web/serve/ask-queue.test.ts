import { describe, expect, it } from 'vitest';
import { createAskQueue } from '../../../../src/channels/web/serve/ask-queue.ts';

const NEVER = new AbortController().signal;

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => work, end: () => end() };
}

describe('the queue', () => {
  it('runs so many at once, and the others in their order, telling each its place', async () => {
    const queue = createAskQueue({ running: 1, waiting: 5, waitMs: 1000 });
    const [one, two] = [held(), held()];
    const told: string[] = [];
    const started: string[] = [];
    const run = (name: string, work: () => Promise<void>) =>
      queue.run(
        () => {
          started.push(name);
          return work();
        },
        NEVER,
        (place) => told.push(`${name} ${place}`),
      );
    const all = [run('a', one.work), run('b', two.work), run('c', async () => {})];
    await Promise.resolve();
    expect(told).toEqual(['b 1', 'c 2']);
    one.end();
    await all[0];
    two.end();
    await Promise.all(all);
    expect(told).toEqual(['b 1', 'c 2', 'c 1']);
    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('passes a turn on where the work fails', async () => {
    const queue = createAskQueue({ running: 1, waiting: 5, waitMs: 1000 });
    const failing = queue.run(
      () => Promise.reject(new Error('broken')),
      NEVER,
      () => {},
    );
    const next = queue.run(
      async () => 'done',
      NEVER,
      () => {},
    );
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(queue.length()).toBe(0);
  });

  it('moves up where somebody leaves', async () => {
    const queue = createAskQueue({ running: 1, waiting: 5, waitMs: 1000 });
    const one = held();
    const leaving = new AbortController();
    const places: number[] = [];
    const first = queue.run(one.work, NEVER, () => {});
    const gone = queue.run(
      async () => 'never',
      leaving.signal,
      () => {},
    );
    const last = queue.run(
      async () => 'last',
      NEVER,
      (place) => places.push(place),
    );
    leaving.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    expect(places).toEqual([2, 1]);
    one.end();
    await first;
    expect(await last).toBe('last');
  });

  it('has no room where the wait would be too long at the usual pace', async () => {
    let now = 0;
    const queue = createAskQueue({ running: 1, waiting: 100, waitMs: 1000 }, () => now);
    const take = (milliseconds: number) =>
      queue.run(
        async () => {
          now += milliseconds;
        },
        NEVER,
        () => {},
      );
    for (let count = 0; count < 100; count += 1) await take(400);
    const one = held();
    const waiting = [queue.run(one.work, NEVER, () => {})];
    // Each answer takes some 400 ms: the second one in the queue waits 800 ms, the third 1200 ms.
    expect(queue.hasRoom()).toBe(true);
    waiting.push(take(1));
    expect(queue.hasRoom()).toBe(true);
    waiting.push(take(1));
    expect(queue.hasRoom()).toBe(false);
    one.end();
    await Promise.all(waiting);
    expect(queue.hasRoom()).toBe(true);
  });
});
