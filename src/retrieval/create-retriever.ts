import type { Candidate } from '../domain/candidate.ts';
import type { Encoder, Encoding } from '../models/encoder.ts';
import type { SearchHit, SearchIndex } from '../search-index/search-index.ts';

/** How many sentences each search brings up. */
const DENSE_HITS = 30;
const LEXICAL_HITS = 20;
/** Share of the late interaction score in the order of the candidates; the rest is dense and lexical. */
const WEIGHTS = { lateInteraction: 0.6, dense: 0.3, lexical: 0.1 } as const;

/** What was found for a text, best first, with the text's encoding for those who read on. */
export interface Retrieval {
  readonly encoding: Encoding;
  readonly candidates: readonly Candidate[];
}

export type Retrieve = (text: string) => Promise<Retrieval>;

/** Dense ∪ lexical hits, reranked by late interaction. `text` is a question that stands alone. */
export function createRetriever({ index, encoder }: { readonly index: SearchIndex; readonly encoder: Encoder }): Retrieve {
  return async (text) => {
    const [encoding] = await encoder.encode([text]);
    if (encoding === undefined) throw new Error('the encoder gave nothing for one text');
    const dense = index.dense(encoding.cls, DENSE_HITS);
    const lexical = index.lexical(text, LEXICAL_HITS);
    const ids = [...new Set([...dense, ...lexical].map(({ id }) => id))].sort((a, b) => a - b);
    const lateInteraction = await index.lateInteraction(encoding, ids);
    const lexicalOf = scores(lexical, lexical[0]?.score ?? 1);
    const denseOf = scores(dense, 1);
    const candidates = ids.map((id, place) => {
      const found = {
        dense: denseOf.get(id) ?? cosine(encoding.cls, index.vector(id)),
        lexical: lexicalOf.get(id) ?? 0,
        lateInteraction: lateInteraction[place] ?? 0,
      };
      const fused =
        WEIGHTS.dense * found.dense + WEIGHTS.lexical * found.lexical + WEIGHTS.lateInteraction * found.lateInteraction;
      return { id, scores: { ...found, fused } };
    });
    return { encoding, candidates: candidates.sort((a, b) => b.scores.fused - a.scores.fused || a.id - b.id) };
  };
}

function scores(hits: readonly SearchHit[], best: number): ReadonlyMap<number, number> {
  return new Map(hits.map(({ id, score }) => [id, score / best]));
}

function cosine(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
