import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../src/channels/repl/answer-line.ts';
import type { Citation } from '../../../src/domain/answer.ts';

const citation: Citation = {
  reportId: 'shiwan',
  headingPath: ['一、去年工作'],
  quote: '新建公厕36座',
  passage: 3,
  start: 120,
  end: 127,
};

describe('answerLine', () => {
  it('holds the quotes of an answer, and its text as a person reads it', () => {
    const answer = {
      kind: 'answer',
      statement: '36座。',
      citations: [citation],
      confidence: 0.987654,
    } as const;
    expect(answerLine(answer, 12.345, '7')).toEqual({
      id: '7',
      kind: 'answer',
      text: '36座。\n【原文】“新建公厕36座”\n—— 一、去年工作',
      citations: [citation],
      confidence: 0.9877,
      latencyMs: 12.3,
    });
  });

  it('holds no quote of a refusal but the related one', () => {
    const refusal = {
      kind: 'refusal',
      reason: 'mentioned-but-not-this',
      statement: '没有说。',
      confidence: 0.7,
    } as const;
    expect(answerLine({ ...refusal, related: [citation] }, 1)).toEqual({
      kind: 'refusal',
      reason: 'mentioned-but-not-this',
      text: '没有说。\n【相关，但不是答案】“新建公厕36座”\n—— 一、去年工作',
      citations: [],
      related: [citation],
      confidence: 0.7,
      latencyMs: 1,
    });
    expect(Object.keys(answerLine({ ...refusal, related: [] }, 1))).not.toContain('related');
  });

  it('is sure of small talk and of no failure', () => {
    const greeting = { kind: 'smalltalk', reason: 'greeting', statement: '您好！' } as const;
    const without = { text: '您好！', citations: [], latencyMs: 0 };
    expect(answerLine(greeting, 0)).toEqual({
      kind: 'smalltalk',
      reason: 'greeting',
      confidence: 1,
      ...without,
    });
    const failure = { kind: 'failure', reason: 'model', statement: '您好！' } as const;
    expect(answerLine(failure, 0)).toEqual({ kind: 'failure', reason: 'model', confidence: 0, ...without });
  });
});
