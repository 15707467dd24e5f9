/** A question and a sentence that may answer it. */
export interface Pair {
  readonly question: string;
  readonly sentence: string;
}

/** Reads a question and a sentence together and tells whether the one answers the other. */
export interface Reranker {
  /** Name and first 12 hex digits of the files' sha256: a calibration rests on one of them. */
  readonly id: string;
  /** A logit for each pair, in order: above 0 the sentence rather answers. Throws WenbaoError `model` as an encoder does. */
  rerank(pairs: readonly Pair[]): Promise<number[]>;
  close(): Promise<void>;
}
