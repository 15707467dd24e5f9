import type { Encoding } from './encoder.ts';
import type { Pair } from './reranker.ts';

/** What a worker loads: an encoder gives vectors of texts, a reader a verdict on pairs. */
type ModelRole = 'encoder' | 'reader';

export interface ModelWorkerOptions {
  readonly role: ModelRole;
  /** Folder that holds the model's folder, absolute. */
  readonly modelsDirectory: string;
  readonly name: string;
  /** Threads of one pass. */
  readonly threads: number;
}

/** What is asked of a worker once it is loaded. */
export type ModelTask =
  | { readonly kind: 'encode'; readonly texts: readonly string[] }
  | { readonly kind: 'read'; readonly pairs: readonly Pair[] };

/** Owner → worker: `load` once and first. */
export type ModelRequest = ({ readonly kind: 'load' } & ModelWorkerOptions) | ModelTask;

/** What came of a task. */
export type ModelResult =
  | { readonly kind: 'encoded'; readonly encodings: Encoding[] }
  | { readonly kind: 'read'; readonly logits: number[] };

/** Worker → owner: one for each task, in order. */
export type ModelReply = ModelResult | { readonly kind: 'fault'; readonly message: string };
