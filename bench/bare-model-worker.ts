/** The program of the bare model: onnxruntime alone, in a process of its own as the encoder is. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import { prepareText } from '../src/models/prepare-text.ts';
import type { BareModelRequest, BarePass } from './bare-model-messages.ts';

type Pass = (text: string) => Promise<BarePass>;

interface Tensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}
interface Session {
  readonly inputNames: readonly string[];
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
  for (const text of request.texts) passes.push(await pass(text));
  process.send?.(passes);
});

/** With the encoder's settings: one thread, texts one by one. */
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

  return async (text) => {
    const ids: Record<string, Tensor> = tokenizer(prepareText(text));
    const inputs = Object.fromEntries(session.inputNames.map((input) => [input, tensor(ids[input])]));
    const started = performance.now();
    const { last_hidden_state: states } = await session.run(inputs);
    const milliseconds = performance.now() - started;
    if (states === undefined) throw new Error(`model ${name} gave no last_hidden_state`);
    return { milliseconds, cls: states.data.slice(0, states.dims[2]) };
  };

  function tensor(ids: Tensor | undefined): Tensor {
    if (ids === undefined) throw new Error(`the tokenizer of ${name} gives not all that its model reads`);
    return new runtime.Tensor('int64', ids.data, ids.dims);
  }
}
