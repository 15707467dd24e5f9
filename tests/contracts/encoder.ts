import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '../../src/models/encoder.ts';

/** What every encoder must do, whatever stands behind it. */
export function describeEncoder(name: string, create: () => Promise<Encoder>): void {
  describe(`encoder contract: ${name}`, () => {
    let encoder: Encoder;
    beforeAll(async () => {
      encoder = await create();
    });
    afterAll(() => encoder.close());

    it('names itself and the content of its files', () => {
      expect(encoder.id).toMatch(/^[\w./-]+@[0-9a-f]{12}$/u);
    });

    it('gives vectors of length 1, one for the text and one for each token', async () => {
      const [encoding] = await encoder.encode(['全年粮食总产量稳定在三十万吨以上。']);
      expect(encoding?.cls).toHaveLength(encoder.dimensions);
      expect(lengthOf(encoding?.cls)).toBeCloseTo(1, 4);
      expect(encoding?.tokenCount).toBeGreaterThan(5);
      expect(encoding?.tokens).toHaveLength((encoding?.tokenCount ?? 0) * encoder.dimensions);
      for (let token = 0; token < (encoding?.tokenCount ?? 0); token += 1) {
        const start = token * encoder.dimensions;
        expect(lengthOf(encoding?.tokens.subarray(start, start + encoder.dimensions))).toBeCloseTo(1, 4);
      }
    });

    it('says where each token stands in the text as it was given', async () => {
      const text = '新建“幼儿园”１２所，ＧＤＰ增长8%';
      const [encoding] = await encoder.encode([text]);
      expect(encoding?.spans).toHaveLength(2 * (encoding?.tokenCount ?? 0));
      const pieces = Array.from({ length: encoding?.tokenCount ?? 0 }, (_, token) =>
        text.slice(encoding?.spans[2 * token], encoding?.spans[2 * token + 1]),
      );
      expect(pieces.join('')).toBe(text);
      expect(pieces).toContain('园');
    });

    it('keeps the order of the texts', async () => {
      const texts = ['修路', '今年要新建几所幼儿园？', '医保', '全市空气质量优良天数比上年增加十五天。'];
      const together = await encoder.encode(texts);
      for (const [index, text] of texts.entries()) {
        const [alone] = await encoder.encode([text]);
        expect(cosine(together[index]?.cls, alone?.cls)).toBeGreaterThan(0.9999);
      }
    });

    it('puts a question nearer to its answer than to another sentence', async () => {
      const [question, answer, other] = await encoder.encode([
        '今年要新建几所幼儿园？',
        '新建、改扩建公办幼儿园12所。',
        '规模以上工业增加值增长7%。',
      ]);
      expect(cosine(question?.cls, answer?.cls)).toBeGreaterThan(cosine(question?.cls, other?.cls));
    });

    it('reads no texts as no vectors, and an empty text as a vector without tokens', async () => {
      expect(await encoder.encode([])).toEqual([]);
      const [empty] = await encoder.encode(['']);
      expect(lengthOf(empty?.cls)).toBeCloseTo(1, 4);
      expect(empty?.tokenCount).toBe(0);
    });

    it('may be closed twice, and then refuses clearly', async () => {
      const closing = await create();
      await closing.close();
      await closing.close();
      await expect(closing.encode(['修路'])).rejects.toMatchObject({
        code: 'model',
        message: expect.stringContaining('closed'),
      });
    });
  });
}

function cosine(left: Float32Array | undefined, right: Float32Array | undefined): number {
  return (left ?? new Float32Array()).reduce((sum, value, index) => sum + value * (right?.[index] ?? 0), 0);
}

function lengthOf(vector: Float32Array | undefined): number {
  return Math.sqrt(cosine(vector, vector));
}
