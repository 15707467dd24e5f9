import type { Encoding } from './encoder.ts';
import type { PassGate } from './pass-gate.ts';

/** What the worker is started with. */
export interface EncoderWorkerData {
  /** Folder that holds the model's folder, absolute. */
  readonly modelsDirectory: string;
  readonly name: string;
  /** Threads of one pass. */
  readonly threads: number;
  readonly gate: PassGate;
}

/** Main thread → worker. */
export interface EncodeRequest {
  readonly texts: readonly string[];
}

/** Worker → main thread: `ready` once, then one of the others for each request, in order. */
export type EncoderReply =
  | { readonly kind: 'ready'; readonly dimensions: number }
  | { readonly kind: 'encoded'; readonly encodings: Encoding[] }
  | { readonly kind: 'fault'; readonly message: string };
