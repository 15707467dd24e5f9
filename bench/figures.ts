import type { EvidenceComparison } from './compare-evidence.ts';
import type { Memory } from './memory-messages.ts';
import type { Timing } from './time-answers.ts';

/** Everything that one run measured. */
export interface Figures {
  readonly build: { readonly seconds: number; readonly sentences: number };
  readonly timings: readonly Timing[];
  readonly evidence: EvidenceComparison;
  readonly answersPerSecond: { readonly sequential: number; readonly concurrent: number };
  readonly concurrency: number;
  readonly memory: Memory;
  readonly memoryAnswers: number;
  /** Seconds of each start. */
  readonly coldStarts: readonly number[];
}
