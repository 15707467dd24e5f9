import { createHash } from 'node:crypto';
import type { Case } from '../src/domain/case.ts';

/**
 * The same `count` cases in every run, of all classes in proportion: those whose ids have the lowest sha256.
 * A case that is added to the set changes at most one of them. Cases with a history are left out, since the
 * stack that ours is compared with has no way to use one.
 */
export function sampleCases(cases: readonly Case[], count: number): readonly Case[] {
  return cases
    .filter(({ history }) => history.length === 0)
    .map((asked) => ({ asked, key: createHash('sha256').update(asked.id, 'utf8').digest('hex') }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, count)
    .map(({ asked }) => asked);
}
