import { z } from 'zod';

/** The files a worker loads, below a model's folder; they alone decide what it gives and so its id. */
export const MODEL_FILES = [
  'config.json',
  'onnx/model_quantized.onnx',
  'tokenizer.json',
  'tokenizer_config.json',
] as const;

export type ModelFile = (typeof MODEL_FILES)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, 'must be 64 hex digits');

/** `manifest.json` beside a model: what it is, and the sha256 its files must have. */
export const modelManifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  name: z.string().min(1),
  licence: z.string().min(1),
  /** Of an encoder: the length of its vectors, and the token whose vector is the text's. */
  dimensions: z.int().positive().optional(),
  pooling: z.literal('cls').optional(),
  sha256: z.strictObject(
    Object.fromEntries(MODEL_FILES.map((file) => [file, sha256])) as Record<ModelFile, typeof sha256>,
  ),
});

export type ModelManifest = z.infer<typeof modelManifestSchema>;
