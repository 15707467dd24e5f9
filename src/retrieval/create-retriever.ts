import type { Candidate, CandidateScores } from '../domain/candidate.ts';
import type { Encoder, Encoding } from '../models/encoder.ts';
import { maxSim, tokenCosines } from '../models/late-interaction.ts';
import type { SearchHit, SearchIndex } from '../search-index/search-index.ts';

/** How many sentences each search brings up. */
const DENSE_HITS = 20;
const LEXICAL_HITS = 12;
/** How many of them, by both, late interaction reads: it costs the most by far. */
const RERANKED = 24;
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

/** A sentence that a wording brought up, before late interaction. */
interface Hit {
  readonly id: number;
  readonly text: string;
  readonly encoding: Encoding;
  readonly dense: number;
  readonly lexical: number;
}

export function createRetriever({
  index,
  encoder,
}: {
  readonly index: SearchIndex;
  readonly encoder: Encoder;
}): Retrieve {
  return async (wordings) => {
    const encodings = await encoder.encode(wordings);
    const best = new Map<number, Hit>();
    for (const [place, text] of wordings.entries()) {
      for (const hit of search(text, encodings[place] as Encoding)) {
        const known = best.get(hit.id);
        if (known === undefined || firstScore(hit) > firstScore(known)) best.set(hit.id, hit);
      }
    }
    const hits = [...best.values()]
      .sort((a, b) => firstScore(b) - firstScore(a) || a.id - b.id)
      .slice(0, RERANKED);
    const tokens = await index.tokens(hits.map(({ id }) => id));
    const found = hits.flatMap((hit, place): Found[] => {
      const sentence = tokens[place];
      if (sentence === undefined) return [];
      const { id, text, encoding, dense, lexical } = hit;
      const cosines = tokenCosines(encoding, sentence, encoder.dimensions);
      const lateInteraction = maxSim(cosines, encoding.tokenCount);
      const fused =
        WEIGHTS.dense * dense + WEIGHTS.lexical * lexical + WEIGHTS.lateInteraction * lateInteraction;
      const candidate = { id, scores: { dense, lexical, lateInteraction, fused } };
      return [{ candidate, text, questionSpans: encoding.spans, sentenceSpans: sentence.spans, cosines }];
    });
    return found.sort(
      (a, b) => b.candidate.scores.fused - a.candidate.scores.fused || a.candidate.id - b.candidate.id,
    );
  };

  function search(text: string, encoding: Encoding): Hit[] {
    const dense = index.dense(encoding.cls, DENSE_HITS);
    const lexical = index.lexical(text, LEXICAL_HITS);
    const lexicalOf = scores(lexical, lexical[0]?.score ?? 1);
    const denseOf = scores(dense, 1);
    return [...new Set([...denseOf.keys(), ...lexicalOf.keys()])].map((id) => ({
      id,
      text,
      encoding,
      dense: denseOf.get(id) ?? cosine(encoding.cls, index.vector(id)),
      lexical: lexicalOf.get(id) ?? 0,
    }));
  }
}

/** The order before late interaction: what both searches think of it. */
export function firstScore({ dense, lexical }: Pick<CandidateScores, 'dense' | 'lexical'>): number {
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
