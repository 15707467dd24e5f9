import { z } from 'zod';

/** The files the encoder loads, below a model's folder; they alone decide its vectors and so its id. */
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
  dimensions: z.int().positive(),
  pooling: z.literal('cls'),
  sha256: z.strictObject(
    Object.fromEntries(MODEL_FILES.map((file) => [file, sha256])) as Record<ModelFile, typeof sha256>,
  ),
});

export type ModelManifest = z.infer<typeof modelManifestSchema>;
