import type { Case } from '../domain/case.ts';
import type { FrozenReply } from './frozen-run.ts';
import type { Verdict } from './score-case.ts';

/** A case, what the bot said to it, and the judgement. */
export interface ScoredCase {
  readonly case: Case;
  readonly reply: FrozenReply;
  readonly verdict: Verdict;
}
