import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reranker } from '../../src/models/reranker.ts';

const QUESTION = '今年要新建几所幼儿园？';
const ANSWER = '新建公办幼儿园12所。';

/** What every reranker must do, whatever stands behind it. */
export function describeReranker(name: string, create: () => Promise<Reranker>): void {
  describe(`reranker contract: ${name}`, () => {
    let reranker: Reranker;
    beforeAll(async () => {
      reranker = await create();
    });
    afterAll(() => reranker.close());

    it('names itself and the content of its files', () => {
      expect(reranker.id).toMatch(/^[\w./-]+@[0-9a-f]{12}$/u);
    });

    it('gives a finite logit for each pair, in order, whatever stands beside it', async () => {
      const pairs = [ANSWER, '规模以上工业增加值增长7%。', ''].map((sentence) => ({
        question: QUESTION,
        sentence,
      }));
      const together = await reranker.rerank(pairs);
      expect(together).toHaveLength(3);
      expect(together.every(Number.isFinite)).toBe(true);
      for (const [place, pair] of pairs.entries())
        expect(await reranker.rerank([pair])).toEqual([together[place]]);
    });

    it('puts the sentence that answers above another one', async () => {
      const [answer = 0, other = 0] = await reranker.rerank([
        { question: QUESTION, sentence: ANSWER },
        { question: QUESTION, sentence: '规模以上工业增加值增长7%。' },
      ]);
      expect(answer).toBeGreaterThan(other);
    });

    it('reads no pairs as no logits', async () => {
      expect(await reranker.rerank([])).toEqual([]);
    });

    it('may be closed twice, and then refuses clearly', async () => {
      const closing = await create();
      await closing.close();
      await closing.close();
      await expect(closing.rerank([{ question: QUESTION, sentence: ANSWER }])).rejects.toMatchObject({
        code: 'model',
        message: expect.stringContaining('closed'),
      });
    });
  });
}
