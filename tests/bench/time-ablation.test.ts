import { expect, it } from 'vitest';
import { timeAblation } from '../../bench/time-ablation.ts';
import type { AnswerQuestion } from '../../src/domain/trace.ts';
import { inventAnswer } from '../conversation/make-converse.ts';

it('asks every question of both in every round, and lets either begin in turn', async () => {
  const asked: string[] = [];
  const answers =
    (name: string): AnswerQuestion =>
    async (question) => {
      asked.push(`${name} ${question}`);
      return {
        answer: inventAnswer(question),
        trace: { question: null, candidates: [], further: [], rule: '', stages: {} },
      };
    };
  const times = await timeAblation(['一', '二'], 2, answers('with'), answers('without'));
  expect(asked).toEqual([
    ...['with 一', 'without 一', 'without 二', 'with 二'],
    ...['without 一', 'with 一', 'with 二', 'without 二'],
  ]);
  expect(times.everything).toBeGreaterThanOrEqual(0);
  expect(Number.isFinite(times.saved)).toBe(true);
});
