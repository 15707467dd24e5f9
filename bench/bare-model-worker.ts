/** The program of a bare model: onnxruntime alone, in a process of its own as a model is. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import { prepareText } from '../src/models/prepare-text.ts';
import type { BareInput, BareModelRequest, BarePass } from './bare-model-messages.ts';

type Pass = (input: BareInput) => Promise<BarePass>;

interface Tensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}
interface Session {
  run(
    inputs: Readonly<Record<string, Tensor>>,
  ): Promise<Record<string, { data: Float32Array; dims: readonly number[] }>>;
}
interface OnnxRuntime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => Tensor;
}

let loaded: Promise<Pass> | null = null;

process.on('message', async (request: BareModelRequest) => {
  loaded ??= loadModel(request);
  const pass = await loaded;
  const passes: BarePass[] = [];
  for (const input of request.inputs) passes.push(await pass(input));
  process.send?.(passes);
});

/** With the product's settings: one thread, inputs one by one. */
async function loadModel({ modelsDirectory, name }: BareModelRequest): Promise<Pass> {
  env.allowRemoteModels = false;
  env.localModelPath = `${modelsDirectory}/`;
  env.useFSCache = false;
  // The runtime that the encoder's library brings along, not another version of it.
  const ofLibrary = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));
  const runtime: OnnxRuntime = ofLibrary('onnxruntime-node');
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const path = join(modelsDirectory, name, 'onnx', 'model_quantized.onnx');
  const session = await runtime.InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1 });

  return async (input) => {
    const rows =
      typeof input === 'string' ? [idsOf(input)] : [idsOf(input.question), idsOf(input.sentence).slice(1)];
    const inputs = tensors(rows);
    const started = performance.now();
    const { last_hidden_state: states, logits } = await session.run(inputs);
    const milliseconds = performance.now() - started;
    const output = logits?.data ?? states?.data.slice(0, states.dims[2]);
    if (output === undefined) throw new Error(`model ${name} gave neither last_hidden_state nor logits`);
    return { milliseconds, output };
  };

  function idsOf(text: string): readonly bigint[] {
    const { input_ids: ids }: { input_ids: { data: BigInt64Array } } = tokenizer(prepareText(text));
    return [...ids.data];
  }

  /** The texts of one input behind one another, each a segment of its own. */
  function tensors(rows: readonly (readonly bigint[])[]): Record<string, Tensor> {
    const ids = rows.flat();
    const of = (values: readonly bigint[]) =>
      new runtime.Tensor('int64', BigInt64Array.from(values), [1, ids.length]);
    return {
      input_ids: of(ids),
      attention_mask: of(ids.map(() => 1n)),
      token_type_ids: of(rows.flatMap((row, segment) => row.map(() => BigInt(segment)))),
    };
  }
}
