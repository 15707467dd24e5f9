import type { Turn } from '../../../src/domain/question.ts';
import type { AnswerQuestion } from '../../../src/domain/trace.ts';

/** An AnswerQuestion that thanks for each message by its number, and keeps what it was asked. */
export function answerWithThanks(): {
  readonly answerQuestion: AnswerQuestion;
  readonly asked: { readonly raw: string; readonly history: readonly Turn[] }[];
} {
  const asked: { raw: string; history: readonly Turn[] }[] = [];
  return {
    asked,
    async answerQuestion(raw, history) {
      const number = asked.push({ raw, history: [...history] });
      // The earlier a message comes, the longer its answer takes.
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 20 - 5 * number)));
      return {
        answer: { kind: 'smalltalk', reason: 'thanks', statement: `谢谢第${number}句` },
        trace: {
          question: null,
          candidates: [],
          further: [],
          rule: `rule ${number}`,
          stages: { understand: number },
        },
      };
    },
  };
}
