import type { Candidate } from '../domain/candidate.ts';
import type { Encoder, Encoding } from '../models/encoder.ts';
import { maxSim, tokenCosines } from '../models/late-interaction.ts';
import type { SearchHit, SearchIndex } from '../search-index/search-index.ts';

/** How many sentences each search brings up. */
const DENSE_HITS = 20;
const LEXICAL_HITS = 12;
/** How many of them, by both, late interaction reads: it costs the most by far. */
const RERANKED = 18;
/** Share of each score in the order of the candidates. */
const WEIGHTS = { lateInteraction: 0.6, dense: 0.3, lexical: 0.1 } as const;

/** A candidate with what its late interaction score was made of. */
export interface Found {
  readonly candidate: Candidate;
  /** The wording of the question that brought it up. */
  readonly text: string;
  /** Where the wording's tokens stand in it, and the sentence's in theirs: two numbers a token. */
  readonly questionSpans: Uint16Array;
  readonly sentenceSpans: Uint16Array;
  /** Question tokens × sentence tokens, row after row, −1…1. */
  readonly cosines: Float32Array;
}

/**
 * Dense ∪ lexical hits of every wording of a question that stands alone, reranked by late interaction, best
 * first; a sentence that several wordings bring up stands once, by the one it fits best.
 */
export type Retrieve = (wordings: readonly string[]) => Promise<readonly Found[]>;

export function createRetriever({
  index,
  encoder,
}: {
  readonly index: SearchIndex;
  readonly encoder: Encoder;
}): Retrieve {
  return async (wordings) => {
    const encodings = await encoder.encode(wordings);
    const found = await Promise.all(
      wordings.map((text, place) => search(text, encodings[place] as Encoding)),
    );
    const best = new Map<number, Found>();
    for (const one of found.flat()) {
      const known = best.get(one.candidate.id);
      if (known === undefined || one.candidate.scores.fused > known.candidate.scores.fused)
        best.set(one.candidate.id, one);
    }
    return [...best.values()].sort(
      (a, b) => b.candidate.scores.fused - a.candidate.scores.fused || a.candidate.id - b.candidate.id,
    );
  };

  async function search(text: string, encoding: Encoding): Promise<Found[]> {
    const dense = index.dense(encoding.cls, DENSE_HITS);
    const lexical = index.lexical(text, LEXICAL_HITS);
    const lexicalOf = scores(lexical, lexical[0]?.score ?? 1);
    const denseOf = scores(dense, 1);
    const found = [...new Set([...denseOf.keys(), ...lexicalOf.keys()])].map((id) => ({
      id,
      dense: denseOf.get(id) ?? cosine(encoding.cls, index.vector(id)),
      lexical: lexicalOf.get(id) ?? 0,
    }));
    const first = found.sort((a, b) => firstScore(b) - firstScore(a) || a.id - b.id).slice(0, RERANKED);
    const ids = first.map(({ id }) => id);
    const tokens = await index.tokens(ids);
    return first.flatMap(({ id, dense: denseScore, lexical: lexicalScore }, place) => {
      const sentence = tokens[place];
      if (sentence === undefined) return [];
      const cosines = tokenCosines(encoding, sentence, encoder.dimensions);
      const parts = {
        dense: denseScore,
        lexical: lexicalScore,
        lateInteraction: maxSim(cosines, encoding.tokenCount),
      };
      const fused =
        WEIGHTS.dense * parts.dense +
        WEIGHTS.lexical * parts.lexical +
        WEIGHTS.lateInteraction * parts.lateInteraction;
      const candidate = { id, scores: { ...parts, fused } };
      return [{ candidate, text, questionSpans: encoding.spans, sentenceSpans: sentence.spans, cosines }];
    });
  }
}

/** The order before late interaction: what both searches think of it. */
function firstScore({ dense, lexical }: { readonly dense: number; readonly lexical: number }): number {
  return 0.7 * dense + 0.3 * lexical;
}

function scores(hits: readonly SearchHit[], best: number): ReadonlyMap<number, number> {
  return new Map(hits.map(({ id, score }) => [id, score / best]));
}

function cosine(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
