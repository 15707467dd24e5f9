import { createHash } from 'node:crypto';
import type { Split } from '../domain/case.ts';

/** 115 of 256 first bytes: 45% of a large set, so that at least 40% of a real one is kept for testing. */
const TEST_BYTES = 115;

/** The half a case belongs to for ever: by the first byte of the sha256 of its id. */
export function splitOf(id: string): Split {
  const first = createHash('sha256').update(id, 'utf8').digest()[0] ?? 0;
  return first < TEST_BYTES ? 'test' : 'dev';
}
