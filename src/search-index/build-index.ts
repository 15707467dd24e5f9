import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, WenbaoError } from '../errors.ts';
import type { Encoder } from '../models/encoder.ts';
import {
  BUILD_PREFIX,
  INDEX_SCHEMA_VERSION,
  type IndexManifest,
  readIndexManifest,
  writeIndexManifest,
} from './index-manifest.ts';
import { createLexicalIndex } from './lexical-index.ts';
import type { IndexedSentence, ReportToIndex } from './search-index.ts';
import { searchableSentences, sentencesSha256 } from './searchable-sentences.ts';
import { sentenceText } from './sentence-text.ts';
import { createTokenWriter, TOKENS_CEILING_BYTES } from './token-vectors.ts';
import { createVectorIndex, readVectorIndex } from './vector-index.ts';

const SENTENCES_A_STEP = 16;
/** No build takes this long: an older folder that no manifest names was left by one that was killed. */
const LEFTOVER_AGE_MS = 3_600_000;

export interface BuildIndexOptions {
  readonly reports: readonly ReportToIndex[];
  readonly encoder: Encoder;
  readonly directory: string;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
  /** Token vectors are kept up to this size; tests set it. */
  readonly tokensCeiling?: number;
}

/**
 * Builds the index of all reports in a folder of its own below `directory`, then puts the manifest that names
 * it in place: until that rename the old index is the index, whatever happens. Throws WenbaoError `index` when
 * the folder cannot be written, `interrupted` when `signal` says so.
 */
export async function buildIndex(options: BuildIndexOptions): Promise<void> {
  const { reports, directory } = options;
  const sentences = searchableSentences(reports);
  const build = `${BUILD_PREFIX}${randomUUID()}`;
  const folder = join(directory, build);
  try {
    await mkdir(folder, { recursive: true });
    const contents = await writeFiles(folder, sentences, options);
    throwIfInterrupted(options.signal);
    const previous = await readIndexManifest(directory);
    await writeIndexManifest(directory, {
      schemaVersion: INDEX_SCHEMA_VERSION,
      build,
      encoderId: options.encoder.id,
      dimensions: options.encoder.dimensions,
      reports: reports.map(({ report, sha256 }) => ({ id: report.id, sha256 })),
      sentencesSha256: sentencesSha256(sentences),
      ...contents,
    });
    await removeOldBuilds(directory, build, previous?.build);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw toWritingFault(directory, cause);
  }
}

async function writeFiles(
  folder: string,
  sentences: readonly IndexedSentence[],
  { encoder, onProgress, signal, tokensCeiling = TOKENS_CEILING_BYTES }: BuildIndexOptions,
): Promise<Pick<IndexManifest, 'counts' | 'files'>> {
  const vectors = createVectorIndex(encoder.dimensions, sentences.length);
  const tokens = createTokenWriter(encoder.dimensions, tokensCeiling);
  for (let start = 0; start < sentences.length; start += SENTENCES_A_STEP) {
    throwIfInterrupted(signal);
    const step = sentences.slice(start, start + SENTENCES_A_STEP);
    const encodings = await encoder.encode(
      step.map(({ report, sentence }) => sentenceText(report, sentence)),
    );
    for (const [index, encoding] of encodings.entries()) {
      vectors.add(encoding.cls, start + index);
      tokens.add(encoding);
    }
    onProgress?.({ done: start + step.length, total: sentences.length });
  }

  const vectorsPath = join(folder, 'vectors.hnsw');
  await vectors.write(vectorsPath);
  // The library says nothing of a full disk: what cannot be read back was not written.
  await readVectorIndex(vectorsPath, encoder.dimensions, sentences.length);
  await writeFile(join(folder, 'lexical.json'), createLexicalIndex(sentences).toJson());
  const tokenBytes = tokens.finish();
  if (tokenBytes !== null) await writeFile(join(folder, 'tokens.bin'), tokenBytes);
  return {
    counts: { sentences: sentences.length, tokens: tokens.tokenCount },
    files: {
      'vectors.hnsw': await describe(vectorsPath),
      'lexical.json': await describe(join(folder, 'lexical.json')),
      ...(tokenBytes === null ? {} : { 'tokens.bin': await describe(join(folder, 'tokens.bin')) }),
    },
  };
}

async function describe(path: string): Promise<{ bytes: number; sha256: string }> {
  const bytes = await readFile(path);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The build that was replaced, and what killed builds left; a build of another process is younger and stays. */
async function removeOldBuilds(
  directory: string,
  current: string,
  previous: string | undefined,
): Promise<void> {
  const names = (await readdir(directory)).filter(
    (name) => name.includes(BUILD_PREFIX) && !name.includes(current),
  );
  for (const name of names) {
    const path = join(directory, name);
    // What another build has just renamed or removed is nobody's leftover.
    const madeAt = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    const age = Date.now() - madeAt;
    if (name === previous || age > LEFTOVER_AGE_MS) await rm(path, { recursive: true, force: true });
  }
}

function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new WenbaoError(
      'interrupted',
      'The index was not built: interrupted; an older index stays as it was',
    );
  }
}

function toWritingFault(directory: string, cause: unknown): WenbaoError {
  if (cause instanceof WenbaoError) return cause;
  const detail = codeOf(cause) || String(cause);
  const message = `The index cannot be written in ${directory} (${detail}): set INDEX_DIR to a folder that can be written and has room`;
  return new WenbaoError('index', message, cause);
}
