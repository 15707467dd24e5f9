import { join } from 'node:path';
import { messageOf, WenbaoError } from '../errors.ts';
import type { Encoder, TokenVectors } from '../models/encoder.ts';
import { readLexicalIndex } from './lexical-index.ts';
import type { IndexedSentence, ReportToIndex, SearchIndex } from './search-index.ts';
import { searchableSentences } from './searchable-sentences.ts';
import { sentenceText } from './sentence-text.ts';
import { readIndexState } from './stale-reason.ts';
import { readTokens } from './token-vectors.ts';
import { readVectorIndex } from './vector-index.ts';

/**
 * Opens the index that `buildIndex` wrote for the same reports and encoder. Throws WenbaoError `index`
 * whose message is the reason of `staleReason` when it is another's or damaged: build it again then.
 */
export async function openIndex(options: {
  readonly directory: string;
  readonly reports: readonly ReportToIndex[];
  readonly encoder: Encoder;
}): Promise<SearchIndex> {
  const { directory, reports, encoder } = options;
  const state = await readIndexState(options);
  if (state.kind === 'stale') throw new WenbaoError('index', state.reason);
  const { manifest, files } = state;
  const sentences = searchableSentences(reports);
  const tokensFile = files.get('tokens.bin');

  try {
    const vectorsPath = join(directory, manifest.build, 'vectors.hnsw');
    const vectors = await readVectorIndex(vectorsPath, manifest.dimensions, sentences.length);
    const lexical = readLexicalIndex(String(files.get('lexical.json')));
    const keptTokens =
      tokensFile === undefined ? null : readTokens(tokensFile, manifest.dimensions, sentences.length);
    const tokensOf = keptTokens === null ? encodeTokens(sentences, encoder) : pick(keptTokens);
    return {
      sentences,
      dense: vectors.search,
      exactDense: vectors.exactSearch,
      lexical: lexical.search,
      vector: vectors.vector,
      tokens: tokensOf,
      close() {
        // All of it lies in memory and goes with this object; an index kept elsewhere has a connection to close.
      },
    };
  } catch (cause) {
    const detail = messageOf(cause);
    throw new WenbaoError('index', `the index in ${directory} cannot be read: ${detail}`, cause);
  }
}

type TokensOf = (ids: readonly number[]) => Promise<readonly TokenVectors[]>;

/** Restored vectors are kept: four bytes a dimension of a corpus that is small enough to keep its tokens at all. */
function pick(tokens: (id: number) => TokenVectors): TokensOf {
  const restored = new Map<number, TokenVectors>();
  return async (ids) =>
    ids.map((id) => {
      const kept = restored.get(id) ?? tokens(id);
      restored.set(id, kept);
      return kept;
    });
}

function encodeTokens(sentences: readonly IndexedSentence[], encoder: Encoder): TokensOf {
  return (ids) =>
    encoder.encode(
      ids.map((id) => {
        const entry = sentences[id];
        if (entry === undefined) throw new WenbaoError('index', `there is no sentence ${id}`);
        return sentenceText(entry.report, entry.sentence);
      }),
    );
}
