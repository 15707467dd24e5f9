import type { Pair } from '../src/models/reranker.ts';

/** What one pass reads: a text by an encoder, a pair by a reader. */
export type BareInput = string | Pair;

/** What the bare model is asked: the inputs to pass, one after the other. */
export interface BareModelRequest {
  /** Folder that holds the model's folder, absolute. */
  readonly modelsDirectory: string;
  readonly name: string;
  readonly inputs: readonly BareInput[];
}

/** One input's way through the runtime. */
export interface BarePass {
  /** From tensors to tensors, without tokenising. */
  readonly milliseconds: number;
  /** First row of the last hidden state, not normalised, or the logit. */
  readonly output: Float32Array;
}
