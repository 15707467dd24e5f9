/** Where a sentence stands: an index into the search index's list of all reports' sentences. */
export type SentenceId = number;

/** The scores that brought a sentence up; 0 where a stage did not see it. */
export interface CandidateScores {
  /** Cosine of the [CLS] vectors, −1…1. */
  readonly dense: number;
  /** BM25 of the lexical index, ≥ 0, divided by the best hit's: 0…1. */
  readonly lexical: number;
  /** Mean over the question's tokens of the best cosine among the sentence's tokens, −1…1. */
  readonly lateInteraction: number;
  /** The reader's logit that the sentence answers: about −10…5. */
  readonly reader: number;
  /** The order of the list: the stages' scores fused. */
  readonly fused: number;
}

/** A sentence with the scores that brought it up. */
export interface Candidate {
  readonly id: SentenceId;
  readonly scores: CandidateScores;
}
