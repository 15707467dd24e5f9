import { describe, expect, it } from 'vitest';
import { answersPerSecond } from '../../bench/answers-per-second.ts';
import type { Answered } from '../../src/domain/trace.ts';

const ANSWERED: Answered = {
  answer: { kind: 'smalltalk', reason: 'greeting', statement: '您好' },
  trace: { question: null, candidates: [], further: [], rule: '', stages: {} },
};

describe('answersPerSecond', () => {
  it('asks each question once, no more at a time than it is told', async () => {
    const asked: string[] = [];
    let open = 0;
    let most = 0;
    await answersPerSecond(['一', '二', '三', '四', '五'], 2, async (question) => {
      asked.push(question);
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 1));
      open -= 1;
      return ANSWERED;
    });
    expect(asked.toSorted()).toEqual(['一', '三', '二', '五', '四']);
    expect(most).toBe(2);
  });
});
