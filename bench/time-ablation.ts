import type { AnswerQuestion } from '../src/domain/trace.ts';
import { percentile } from '../src/evaluation/percentile.ts';

/**
 * Milliseconds of the p50 answer with everything on, and with one thing off: each question is asked of both right
 * after one another, so that what else the machine does falls on both; who begins changes from question to question.
 */
export async function timeAblation(
  questions: readonly string[],
  everything: AnswerQuestion,
  without: AnswerQuestion,
): Promise<{ readonly everything: number; readonly without: number }> {
  const times = { everything: [] as number[], without: [] as number[] };
  const asked = [
    { answerQuestion: everything, kept: times.everything },
    { answerQuestion: without, kept: times.without },
  ];
  for (const [index, question] of questions.entries()) {
    for (const { answerQuestion, kept } of index % 2 === 0 ? asked : asked.toReversed()) {
      const started = performance.now();
      await answerQuestion(question, []);
      kept.push(performance.now() - started);
    }
  }
  return { everything: median(times.everything), without: median(times.without) };
}

function median(values: readonly number[]): number {
  return percentile(values, 50) ?? Number.NaN;
}
