import { describe, expect, it } from 'vitest';
import { joinOutcomes, type Outcome } from '../../src/answer/join-outcomes.ts';
import type { Citation, Citations } from '../../src/domain/answer.ts';
import { ask } from './make-reading.ts';

function outcome(text: string, statement: string, ...quotes: readonly string[]): Outcome {
  const citations = quotes.map(
    (quote): Citation => ({
      reportId: 'county',
      headingPath: [],
      quote,
      passage: 0,
      start: quote.charCodeAt(0),
      end: quote.charCodeAt(0) + quote.length,
    }),
  );
  const answer = {
    kind: 'answer',
    statement,
    citations: citations as unknown as Citations,
    confidence: 0.9,
  } as const;
  return { question: ask(text), answer, rule: '', picks: null };
}

describe('joinOutcomes', () => {
  const first = outcome('修了几条路？', '修路3条。', '修路3条');

  it('says each answer, and each quote once', () => {
    const joined = joinOutcomes([first, outcome('架了几座桥？', '架桥2座。', '架桥2座', '修路3条')], null);
    expect(joined).toMatchObject({ kind: 'answer', statement: '修路3条。\n架桥2座。' });
    expect('citations' in joined && joined.citations.map(({ quote }) => quote)).toEqual([
      '修路3条',
      '架桥2座',
    ]);
  });

  it('adds nothing where the quotes alone would answer and the first of them is shown already', () => {
    const again = outcome('路的情况怎么样？', '2023年的完成情况，报告这样写：', '修路3条', '架桥2座');
    const joined = joinOutcomes([first, again], null);
    expect(joined).toMatchObject({ kind: 'answer', statement: '修路3条。' });
    expect('citations' in joined && joined.citations).toHaveLength(1);
  });

  it('says once what leads to the quotes of two answers', () => {
    const lead = '2024年的安排，报告这样写：';
    const joined = joinOutcomes(
      [outcome('路呢？', lead, '修路3条'), outcome('桥呢？', lead, '架桥2座')],
      null,
    );
    expect(joined).toMatchObject({ kind: 'answer', statement: lead });
    expect('citations' in joined && joined.citations).toHaveLength(2);
  });
});
