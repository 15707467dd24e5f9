import type { AnswerQuestion } from '../src/domain/trace.ts';

/** Answers a second while `concurrency` citizens each send the next question as soon as they have an answer. */
export async function answersPerSecond(
  questions: readonly string[],
  concurrency: number,
  answerQuestion: AnswerQuestion,
): Promise<number> {
  const waiting = questions.values();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      // One iterator for all: each question is taken once.
      for (const question of waiting) await answerQuestion(question, []);
    }),
  );
  return questions.length / ((performance.now() - started) / 1000);
}
