/** The program of a model's worker process: loads the model, then answers one request after the other. */
import { createRequire } from 'node:module';
import {
  AutoModel,
  AutoModelForSequenceClassification,
  AutoTokenizer,
  env,
  Tensor,
} from '@xenova/transformers';
import { messageOf } from '../errors.ts';
import type { Encoding } from './encoder.ts';
import type { ModelReply, ModelRequest, ModelTask, ModelWorkerOptions } from './model-messages.ts';
import { prepareText } from './prepare-text.ts';
import type { Pair } from './reranker.ts';
import { tokenSpans } from './token-spans.ts';

/** The model's position table ends here; a longer text is read up to this token. */
const MAX_TOKENS = 512;
/** A question of 300 characters and a sentence of 150 stay within it. */
const QUESTION_TOKENS = 320;

interface TokenIds {
  readonly input_ids: { readonly data: BigInt64Array };
}
interface HiddenStates {
  /** (1, tokens, dimensions) */
  readonly last_hidden_state: { readonly data: Float32Array; readonly dims: readonly number[] };
}
interface Logits {
  /** (1, 1) */
  readonly logits: { readonly data: Float32Array };
}
interface Model {
  readonly encode: (text: string) => Promise<Encoding>;
  readonly read: (pair: Pair) => Promise<number>;
}

let loading: Promise<Model> | null = null;

// With its owner the channel goes, and with the channel the worker has nothing to live for.
process.on('message', async (request: ModelRequest) => {
  if (request.kind === 'load') {
    loading = loadModel(request);
    // Told to the first request.
    loading.catch(() => {});
  } else {
    reply(await answer(request));
  }
});
// Ctrl+C in a terminal and the stop of a service reach the whole group: they are for the owner, which may want
// to finish what it does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

async function answer(task: ModelTask): Promise<ModelReply> {
  try {
    const model = await loading;
    if (model === null) throw new Error('was asked before it was loaded');
    // One by one: in an int8 model the scale of the activations is the batch's, so a text's
    // vector would depend on its neighbours (cosine down to .990), for a quarter of the time.
    if (task.kind === 'encode') return { kind: 'encoded', encodings: await inTurn(task.texts, model.encode) };
    return { kind: 'read', logits: await inTurn(task.pairs, model.read) };
  } catch (cause) {
    return { kind: 'fault', message: messageOf(cause) };
  }
}

async function inTurn<One, Result>(
  all: readonly One[],
  run: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of all) results.push(await run(one));
  return results;
}

function reply(message: ModelReply): void {
  // An owner that is gone needs no answer.
  process.send?.(message, undefined, undefined, () => {});
}

async function loadModel({ role, modelsDirectory, name, threads }: ModelWorkerOptions): Promise<Model> {
  limitThreads(threads);
  env.allowRemoteModels = false;
  env.localModelPath = `${modelsDirectory}/`;
  // The library's default lies inside node_modules; nothing is cached, all files are local.
  env.useFSCache = false;
  env.cacheDir = modelsDirectory;
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const kind = role === 'encoder' ? AutoModel : AutoModelForSequenceClassification;
  const model = await kind.from_pretrained(name, { quantized: true });
  tokenizer.model_max_length = Math.min(tokenizer.model_max_length, MAX_TOKENS);
  const separator = BigInt(tokenizer.sep_token_id ?? 0);

  return {
    async encode(text) {
      const ids = idsOf(text);
      const { last_hidden_state: states }: HiddenStates = await model(ids);
      const pieces: string[] = tokenizer.model.convert_ids_to_tokens(Array.from(ids.input_ids.data, Number));
      return { ...toVectors(states.data, states.dims[2] ?? 0), spans: tokenSpans(text, pieces.slice(1, -1)) };
    },
    async read({ question, sentence }) {
      const asked = idsOf(question).input_ids.data;
      const first =
        asked.length <= QUESTION_TOKENS ? asked : [...asked.slice(0, QUESTION_TOKENS - 1), separator];
      const second = idsOf(sentence).input_ids.data.slice(1, MAX_TOKENS - first.length + 1);
      const length = first.length + second.length;
      const whole = new BigInt64Array(length);
      whole.set(first);
      whole.set(second, first.length);
      const row = (data: BigInt64Array) => new Tensor('int64', data, [1, length]);
      const { logits }: Logits = await model({
        input_ids: row(whole),
        attention_mask: row(new BigInt64Array(length).fill(1n)),
        token_type_ids: row(new BigInt64Array(length).fill(1n, first.length)),
      });
      return logits.data[0] ?? 0;
    },
  };

  function idsOf(text: string): TokenIds {
    // `max_length` must not be passed: with it the library pads every text to that length (20 × slower).
    const ids: TokenIds = tokenizer(prepareText(text), { truncation: true });
    // The library truncates [SEP] away.
    ids.input_ids.data[ids.input_ids.data.length - 1] = separator;
    return ids;
  }
}

/** Rows of one text's last hidden state ([CLS], tokens…, [SEP]) → vectors of length 1. */
function toVectors(states: Float32Array, dimensions: number): Omit<Encoding, 'spans'> {
  const rows = states.length / dimensions;
  for (let row = 0; row < rows; row += 1) {
    normalise(states.subarray(row * dimensions, (row + 1) * dimensions));
  }
  return {
    cls: states.slice(0, dimensions),
    tokens: states.slice(dimensions, (rows - 1) * dimensions),
    tokenCount: rows - 2,
  };
}

function normalise(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const norm = Math.sqrt(squares);
  // The vector index would rank NaN first without a word.
  if (!(norm > 0 && Number.isFinite(norm))) throw new Error('the model gave a vector without a length');
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) / norm;
}

/** transformers.js 2 hands no session options through, so they are added where it calls the runtime. */
function limitThreads(threads: number): void {
  const requireOfLibrary = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));
  const { InferenceSession }: OnnxRuntime = requireOfLibrary('onnxruntime-node');
  const create = InferenceSession.create.bind(InferenceSession);
  InferenceSession.create = (model, options) =>
    create(model, { ...options, intraOpNumThreads: threads, interOpNumThreads: 1 });
}

interface OnnxRuntime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<unknown> };
}
