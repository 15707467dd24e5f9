import { describe, it } from 'vitest';
import { fuzzUpdates } from './fuzz.ts';

/** `npm run fuzz` sends ten times as many. */
const COUNT = Number(process.env.FUZZ_COUNT ?? 2_000);
const PATIENCE_MS = 120_000 + 60 * COUNT;

describe('random and mutated updates', () => {
  it(
    'crash nothing, hang nothing, and show no stack trace',
    () => fuzzUpdates(COUNT, 20_180_109),
    PATIENCE_MS,
  );
});
