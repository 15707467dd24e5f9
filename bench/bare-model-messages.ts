/** What the bare model is asked: the texts to pass, one after the other. */
export interface BareModelRequest {
  /** Folder that holds the model's folder, absolute. */
  readonly modelsDirectory: string;
  readonly name: string;
  readonly texts: readonly string[];
}

/** One text's way through the runtime. */
export interface BarePass {
  /** From tensors to tensors, without tokenising. */
  readonly milliseconds: number;
  /** First row of the last hidden state, not normalised. */
  readonly cls: Float32Array;
}
