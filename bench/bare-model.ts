import type { Encoder } from '../src/models/encoder.ts';
import type { BareModelRequest, BarePass } from './bare-model-messages.ts';
import { forkScript } from './fork-script.ts';

/** The yardstick: the encoder's tensors through onnxruntime, with nothing around them. */
export interface BareModel {
  /** Milliseconds of one pass for each text. */
  time(texts: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Throws when its vectors are not the encoder's: a ratio to another computation says nothing. */
export async function startBareModel(
  model: Omit<BareModelRequest, 'texts'>,
  encoder: Encoder,
  probe: string,
): Promise<BareModel> {
  const script = forkScript<BareModelRequest, readonly BarePass[]>('bare-model-worker.ts');
  try {
    const [pass] = await script.request({ ...model, texts: [probe] });
    const [encoding] = await encoder.encode([probe]);
    const likeness = cosine(pass?.cls, encoding?.cls);
    if (!(likeness > 0.9999)) {
      throw new Error(`the bare model gives another vector than the encoder (cosine ${likeness.toFixed(4)})`);
    }
  } catch (fault) {
    await script.close();
    throw fault;
  }
  return {
    async time(texts) {
      const passes = await script.request({ ...model, texts });
      return passes.map(({ milliseconds }) => milliseconds);
    },
    close: script.close,
  };
}

function cosine(one: Float32Array = new Float32Array(), other: Float32Array = new Float32Array()): number {
  const dot = (left: Float32Array, right: Float32Array) =>
    left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
