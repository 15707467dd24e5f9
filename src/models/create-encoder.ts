import { join, resolve } from 'node:path';
import { WenbaoError } from '../errors.ts';
import type { Encoder, Encoding } from './encoder.ts';
import { fetchModel } from './fetch-model.ts';
import {
  createModelProcess,
  type ModelProcess,
  type StartModelWorker,
  startModelWorker,
} from './model-process.ts';
import { verifyModel } from './verify-model.ts';

/** Texts a request to the worker: a question waits for at most this many passes (some 5 ms each) of an ingest. */
const TEXTS_A_REQUEST = 8;

export interface EncoderOptions {
  readonly modelsDirectory: string;
  /** Folder of the model below `modelsDirectory`; a BERT-shaped model that pools by [CLS]. */
  readonly name?: string;
  /** A hub or its mirror; a model that is not in `modelsDirectory` is fetched from it once. */
  readonly remoteHost?: string;
  /** Where fetched models are kept; `.cache` below `modelsDirectory` unless told. */
  readonly cacheDirectory?: string;
  /** Threads of one pass, 1 unless told: a second one is no faster on sentences. The vectors do not depend on it. */
  readonly threads?: number;
  /** Told in one line that the worker died and was started again. */
  readonly onRestart?: (reason: string) => void;
  readonly startWorker?: StartModelWorker;
}

/**
 * Loads a local ONNX encoder in a worker process: inference is synchronous and would stop the event loop.
 * Throws WenbaoError `model` when a file is missing or damaged, or the model does not load.
 */
export async function createEncoder(options: EncoderOptions): Promise<Encoder> {
  const { name = 'wenbao-embed', threads = 1 } = options;
  const modelsDirectory = await findModel(name, options);
  const { sha256, manifest } = await verifyModel(name, join(modelsDirectory, name));
  const worker = createModelProcess({
    worker: { role: 'encoder', modelsDirectory, name, threads },
    startWorker: options.startWorker ?? startModelWorker,
    onRestart: options.onRestart ?? (() => {}),
  });
  const dimensions = await readDimensions(worker);
  if (manifest?.dimensions !== undefined && manifest.dimensions !== dimensions) {
    await worker.close();
    const message = `Model ${name}: manifest.json says ${manifest.dimensions} dimensions, the model gives ${dimensions}: correct manifest.json`;
    throw new WenbaoError('model', message);
  }

  return {
    id: `${name}@${sha256.slice(0, 12)}`,
    dimensions,
    async encode(texts) {
      const encodings: Encoding[] = [];
      for (let start = 0; start < texts.length; start += TEXTS_A_REQUEST) {
        encodings.push(...(await encode(worker, texts.slice(start, start + TEXTS_A_REQUEST))));
      }
      return encodings;
    },
    close: worker.close,
  };
}

/** The first pass, for its length: it also loads the model, so that no question pays for it. */
async function readDimensions(worker: ModelProcess): Promise<number> {
  try {
    const [encoding] = await encode(worker, ['']);
    return encoding?.cls.length ?? 0;
  } catch (cause) {
    await worker.close();
    throw cause;
  }
}

async function encode(worker: ModelProcess, texts: readonly string[]): Promise<Encoding[]> {
  const result = await worker.run({ kind: 'encode', texts });
  return result.kind === 'encoded' ? result.encodings.map(detach) : [];
}

/** The arrays of a reply lie in one buffer, which whoever keeps a single vector would keep whole. */
function detach({ cls, tokens, tokenCount, spans }: Encoding): Encoding {
  return { cls: cls.slice(), tokens: tokens.slice(), tokenCount, spans: spans.slice() };
}

/** The folder that holds the model's folder. */
async function findModel(name: string, options: EncoderOptions): Promise<string> {
  const modelsDirectory = resolve(options.modelsDirectory);
  if (options.remoteHost === undefined) return modelsDirectory;
  const cacheDirectory = resolve(options.cacheDirectory ?? join(modelsDirectory, '.cache'));
  return fetchModel({ name, remoteHost: options.remoteHost, modelsDirectory, cacheDirectory });
}
