import { resolve } from 'node:path';
import { createModelProcess, type StartModelWorker, startModelWorker } from './model-process.ts';
import type { Reranker } from './reranker.ts';
import { verifyModel } from './verify-model.ts';

const NAME = 'wenbao-reader';

export interface RerankerOptions {
  readonly modelsDirectory: string;
  /** Told in one line that the worker died and was started again. */
  readonly onRestart?: (reason: string) => void;
  readonly startWorker?: StartModelWorker;
}

/**
 * Loads the cross-encoder `wenbao-reader` in a worker process of its own.
 * Throws WenbaoError `model` when a file is missing or damaged, or the model does not load.
 */
export async function createReranker(options: RerankerOptions): Promise<Reranker> {
  const modelsDirectory = resolve(options.modelsDirectory);
  const { sha256 } = await verifyModel(NAME, `${modelsDirectory}/${NAME}`);
  const worker = createModelProcess({
    worker: { role: 'reader', modelsDirectory, name: NAME, threads: 1 },
    startWorker: options.startWorker ?? startModelWorker,
    onRestart: options.onRestart ?? (() => {}),
  });
  const reranker: Reranker = {
    id: `${NAME}@${sha256.slice(0, 12)}`,
    async rerank(pairs) {
      const result = await worker.run({ kind: 'read', pairs });
      return result.kind === 'read' ? result.logits : [];
    },
    close: worker.close,
  };
  try {
    // The first pass also loads the model, so that no question pays for it.
    await reranker.rerank([{ question: '', sentence: '' }]);
  } catch (cause) {
    await worker.close();
    throw cause;
  }
  return reranker;
}
