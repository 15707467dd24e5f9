import type { Config } from '../src/config.ts';
import { parseReport } from '../src/ingest/parse-report.ts';
import { readCorpus } from '../src/ingest/read-corpus.ts';
import { createEncoder } from '../src/models/create-encoder.ts';
import { buildIndex } from '../src/search-index/build-index.ts';
import { searchableSentences } from '../src/search-index/searchable-sentences.ts';

/** Builds the index of the corpus in `INDEX_DIR`, timed from the files to the written index, the encoder loaded before. */
export async function buildOnce(config: Config): Promise<{ seconds: number; sentences: number }> {
  const encoder = await createEncoder({ modelsDirectory: config.MODELS_DIR, name: config.MODEL_NAME });
  try {
    const started = performance.now();
    const files = await readCorpus(config.CORPUS_DIR);
    const reports = files.map((file) => ({ report: parseReport(file), sha256: file.sha256 }));
    await buildIndex({ reports, encoder, directory: config.INDEX_DIR });
    const seconds = (performance.now() - started) / 1000;
    return { seconds, sentences: searchableSentences(reports).length };
  } finally {
    await encoder.close();
  }
}
