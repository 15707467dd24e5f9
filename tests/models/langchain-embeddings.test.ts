import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/models/create-encoder.ts';
import type { Encoder } from '../../src/models/encoder.ts';
import { createLangchainEmbeddings } from '../../src/models/langchain-embeddings.ts';

describe('createLangchainEmbeddings', () => {
  let encoder: Encoder;
  beforeAll(async () => {
    encoder = await createEncoder({
      modelsDirectory: fileURLToPath(new URL('../../models', import.meta.url)),
    });
  });
  afterAll(() => encoder.close());

  it('gives the [CLS] vectors as arrays of numbers, the same for a question and a document', async () => {
    const embeddings = createLangchainEmbeddings(encoder);
    const [, second] = await embeddings.embedDocuments(['修路', '新建幼儿园12所']);
    const question = await embeddings.embedQuery('新建幼儿园12所');
    expect(Array.isArray(question)).toBe(true);
    expect(question).toEqual(second);
    const [encoding] = await encoder.encode(['新建幼儿园12所']);
    expect(question).toEqual([...(encoding?.cls ?? [])]);
  });
});
