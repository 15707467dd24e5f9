import type { IsotonicCurve } from '../domain/confidence-curve.ts';
import type { Observation } from './platt.ts';

interface Block {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly positive: number;
}

/** Isotonic regression by pooling adjacent violators; equal scores share one block from the start. */
export function fitIsotonic(observations: readonly Observation[]): IsotonicCurve {
  const blocks: Block[] = [];
  for (const { score, label } of observations.toSorted((one, other) => one.score - other.score)) {
    const last = blocks.at(-1);
    const own = { low: score, high: score, count: 1, positive: label ? 1 : 0 };
    if (last !== undefined && last.high === score) blocks[blocks.length - 1] = merged(last, own);
    else blocks.push(own);
  }
  const pooled: Block[] = [];
  for (const block of blocks) {
    let current = block;
    for (
      let last = pooled.at(-1);
      last !== undefined && share(last) >= share(current);
      last = pooled.at(-1)
    ) {
      current = merged(last, current);
      pooled.pop();
    }
    pooled.push(current);
  }
  const points = pooled.flatMap((block) =>
    [...new Set([block.low, block.high])].map((score) => ({ score, probability: share(block) })),
  );
  return { kind: 'isotonic', points };
}

function merged(one: Block, other: Block): Block {
  return {
    low: one.low,
    high: other.high,
    count: one.count + other.count,
    positive: one.positive + other.positive,
  };
}

function share({ positive, count }: Block): number {
  return positive / count;
}
