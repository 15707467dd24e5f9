import type { EvidenceComparison } from './compare-evidence.ts';
import type { ServiceFigures } from './service-messages.ts';
import type { Timing } from './time-answers.ts';

/** Everything that one run measured. */
export interface Figures {
  readonly build: { readonly seconds: number; readonly sentences: number };
  readonly timings: readonly Timing[];
  readonly evidence: EvidenceComparison;
  readonly service: ServiceFigures;
  /** Answers that the service gave before its memory was read again, and how many at a time in the second half. */
  readonly serviceAnswers: number;
  readonly concurrency: number;
  /** Seconds of each start. */
  readonly coldStarts: readonly number[];
}
