import type { Encoder } from '../src/models/encoder.ts';
import type { Pair, Reranker } from '../src/models/reranker.ts';
import { type BareModel, startBareModel } from './bare-model.ts';

/** What the models read for one question. */
export interface ModelInputs {
  readonly texts: readonly string[];
  readonly pairs: readonly Pair[];
}

/** Milliseconds of each pass. */
export interface ModelPasses {
  readonly encoder: readonly number[];
  readonly reader: readonly number[];
}

/** Both models, bare. */
export interface BareModels {
  time(inputs: ModelInputs): Promise<ModelPasses>;
  close(): Promise<void>;
}

/** Beside the product's models, whose outputs for `probe` they must give. */
export async function startBareModels(
  modelsDirectory: string,
  { encoder, reranker }: { readonly encoder: Encoder; readonly reranker: Reranker },
  probe: string,
): Promise<BareModels> {
  const [encoding] = await encoder.encode([probe]);
  const pair = { question: probe, sentence: probe };
  const [logit = Number.NaN] = await reranker.rerank([pair]);
  const bareEncoder = await startBareModel(
    { modelsDirectory, name: nameOf(encoder) },
    probe,
    (output) => cosine(output, encoding?.cls) > 0.9999,
  );
  let bareReader: BareModel;
  try {
    bareReader = await startBareModel(
      { modelsDirectory, name: nameOf(reranker) },
      pair,
      ([output = Number.NaN]) => Math.abs(output - logit) < 1e-3,
    );
  } catch (fault) {
    await bareEncoder.close();
    throw fault;
  }
  return {
    async time({ texts, pairs }) {
      return { encoder: await bareEncoder.time(texts), reader: await bareReader.time(pairs) };
    },
    async close() {
      await Promise.all([bareEncoder.close(), bareReader.close()]);
    },
  };
}

function nameOf({ id }: { readonly id: string }): string {
  return id.replace(/@.*/u, '');
}

function cosine(one: Float32Array, other: Float32Array = new Float32Array()): number {
  const dot = (left: Float32Array, right: Float32Array) =>
    left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
