import type { Encoding } from './encoder.ts';

/** What the worker loads. */
export interface EncoderWorkerOptions {
  /** Folder that holds the model's folder, absolute. */
  readonly modelsDirectory: string;
  readonly name: string;
  /** Threads of one pass. */
  readonly threads: number;
}

/** Owner → worker: `load` once and first. */
export type EncoderRequest =
  | ({ readonly kind: 'load' } & EncoderWorkerOptions)
  | { readonly kind: 'encode'; readonly texts: readonly string[] };

/** Worker → owner: one for each `encode`, in order. */
export type EncoderReply =
  | { readonly kind: 'encoded'; readonly encodings: Encoding[] }
  | { readonly kind: 'fault'; readonly message: string };
