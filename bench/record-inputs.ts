import type { Encoder } from '../src/models/encoder.ts';
import type { Reranker } from '../src/models/reranker.ts';
import type { ModelInputs } from './bare-models.ts';

/** The models as they are, and what they have read since `taken` was called last. */
export interface RecordedModels {
  readonly encoder: Encoder;
  readonly reranker: Reranker;
  taken(): ModelInputs;
}

export function recordInputs(models: Pick<RecordedModels, 'encoder' | 'reranker'>): RecordedModels {
  let texts: string[] = [];
  let pairs: ModelInputs['pairs'][number][] = [];
  return {
    encoder: {
      ...models.encoder,
      encode(asked) {
        texts.push(...asked);
        return models.encoder.encode(asked);
      },
    },
    reranker: {
      ...models.reranker,
      rerank(asked) {
        pairs.push(...asked);
        return models.reranker.rerank(asked);
      },
    },
    taken() {
      const taken = { texts, pairs };
      texts = [];
      pairs = [];
      return taken;
    },
  };
}
