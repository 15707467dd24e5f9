import type { BareInput, BareModelRequest, BarePass } from './bare-model-messages.ts';
import { forkScript } from './fork-script.ts';

/** The yardstick: a model's tensors through onnxruntime, with nothing around them. */
export interface BareModel {
  /** Milliseconds of one pass for each input. */
  time(inputs: readonly BareInput[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Throws when what it gives for `probe` is not what the product's model gives: a ratio to another computation says nothing. */
export async function startBareModel(
  model: Omit<BareModelRequest, 'inputs'>,
  probe: BareInput,
  isSame: (output: Float32Array) => boolean,
): Promise<BareModel> {
  const script = forkScript<BareModelRequest, readonly BarePass[]>('bare-model-worker.ts');
  try {
    const [pass] = await script.request({ ...model, inputs: [probe] });
    if (pass === undefined || !isSame(pass.output)) {
      throw new Error(`the bare model ${model.name} gives something else than the product's`);
    }
  } catch (fault) {
    await script.close();
    throw fault;
  }
  return {
    async time(inputs) {
      const passes = await script.request({ ...model, inputs });
      return passes.map(({ milliseconds }) => milliseconds);
    },
    close: script.close,
  };
}
