import { createRequire } from 'node:module';

/** The part of onnxruntime-node that is touched here. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<unknown> };
}

/** The ONNX runtime that transformers.js uses, loaded into this thread (a few ms, no model). */
export function requireOnnxRuntime(): OnnxRuntime {
  const requireOfLibrary = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));
  return requireOfLibrary('onnxruntime-node');
}
