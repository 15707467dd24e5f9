import type { SentenceId } from '../domain/candidate.ts';
import type { Report, Sentence } from '../domain/report.ts';
import type { TokenVectors } from '../models/encoder.ts';

/** A parsed report and the sha256 of the file it was read from, hex. */
export interface ReportToIndex {
  readonly report: Report;
  readonly sha256: string;
}

/** A sentence that can be found; `id` is its place in `SearchIndex.sentences`. */
export interface IndexedSentence {
  readonly id: SentenceId;
  readonly report: Report;
  readonly sentence: Sentence;
}

export interface SearchHit {
  readonly id: SentenceId;
  readonly score: number;
}

/** Everything that is searched, in memory; equal scores are ordered by id. */
export interface SearchIndex {
  /** All reports' sentences but the salutations, in the order of the reports and of their texts. */
  readonly sentences: readonly IndexedSentence[];
  /** The `k` nearest by the cosine of the [CLS] vectors (approximate: HNSW), best first. */
  dense(vector: Float32Array, k: number): SearchHit[];
  /** As `dense`, by comparing all vectors: the yardstick of tests. */
  exactDense(vector: Float32Array, k: number): SearchHit[];
  /** The `k` best by BM25 over words and character pairs, raw scores > 0; fewer when fewer match. */
  lexical(text: string, k: number): SearchHit[];
  /** Token vectors of each sentence's text, in the order of `ids`; encoded anew when they are not kept. */
  tokens(ids: readonly SentenceId[]): Promise<readonly TokenVectors[]>;
  /** [CLS] vector of a sentence, length 1. */
  vector(id: SentenceId): Float32Array;
  /** Nothing is open after it; the encoder stays as it is, it is the caller's. */
  close(): void;
}
