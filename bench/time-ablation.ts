import type { AnswerQuestion } from '../src/domain/trace.ts';
import { percentile } from '../src/evaluation/percentile.ts';

/** Milliseconds. */
export interface AblationTimes {
  /** Median over the questions with everything on. */
  readonly everything: number;
  /** Median over the questions of what each takes less with one thing off. */
  readonly saved: number;
}

/**
 * Asks each question of both right after one another, so that what else the machine does falls on both; who begins
 * changes. Of several rounds the quickest counts: what a question takes more than that is the machine's.
 */
export async function timeAblation(
  questions: readonly string[],
  rounds: number,
  everything: AnswerQuestion,
  without: AnswerQuestion,
): Promise<AblationTimes> {
  const quickest = questions.map((question) => ({ question, everything: Infinity, without: Infinity }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, best] of quickest.entries()) {
      const steps = [
        async () => {
          best.everything = Math.min(best.everything, await timed(everything, best.question));
        },
        async () => {
          best.without = Math.min(best.without, await timed(without, best.question));
        },
      ];
      for (const step of (round + index) % 2 === 0 ? steps : steps.toReversed()) await step();
    }
  }
  return {
    everything: median(quickest.map((best) => best.everything)),
    saved: median(quickest.map((best) => best.everything - best.without)),
  };
}

async function timed(answerQuestion: AnswerQuestion, question: string): Promise<number> {
  const started = performance.now();
  await answerQuestion(question, []);
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return percentile(values, 50) ?? Number.NaN;
}
