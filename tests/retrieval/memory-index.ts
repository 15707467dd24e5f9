import type { Report } from '../../src/domain/report.ts';
import type { SearchHit, SearchIndex } from '../../src/search-index/search-index.ts';
import { searchableSentences } from '../../src/search-index/searchable-sentences.ts';
import { sentenceText } from '../../src/search-index/sentence-text.ts';
import { encodeCharacters } from './character-encoder.ts';

/** Searches by shared characters (dense) and shared pairs of them (lexical), nothing on disk. */
export function createMemoryIndex(reports: readonly Report[]): SearchIndex {
  const sentences = searchableSentences(reports.map((report) => ({ report, sha256: '' })));
  const texts = sentences.map(({ report, sentence }) => sentenceText(report, sentence));
  const encodings = texts.map(encodeCharacters);
  const dense = (vector: Float32Array, k: number) =>
    best(
      encodings.map(({ cls }) => cls.reduce((sum, value, place) => sum + value * (vector[place] ?? 0), 0)),
      k,
    );
  return {
    sentences,
    dense,
    exactDense: dense,
    lexical: (text, k) => {
      const pairs = new Set(
        Array.from({ length: text.length - 1 }, (_, place) => text.slice(place, place + 2)),
      );
      const shared = texts.map((own) => [...pairs].filter((pair) => own.includes(pair)).length);
      return best(shared, k).filter(({ score }) => score > 0);
    },
    tokens: async (ids) => ids.map((id) => encodings[id] ?? encodeCharacters('')),
    vector: (id) => encodings[id]?.cls ?? new Float32Array(),
    close: () => {},
  };
}

function best(scores: readonly number[], k: number): SearchHit[] {
  return scores
    .map((score, id) => ({ id, score }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, k);
}
