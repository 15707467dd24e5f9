import MiniSearch, { type Options } from 'minisearch';
import type { SentenceId } from '../domain/candidate.ts';
import { createTokenizer } from '../text/tokenize.ts';
import type { IndexedSentence, SearchHit } from './search-index.ts';
import { headingText, sentenceText } from './sentence-text.ts';
import { bestFirst } from './vector-index.ts';

/** BM25 over words and character pairs. */
export interface LexicalIndex {
  search(text: string, k: number): SearchHit[];
  toJson(): string;
}

interface LexicalEntry {
  readonly id: SentenceId;
  readonly words: string;
  readonly headings: string;
}

const tokenizer = createTokenizer();

const OPTIONS: Options<LexicalEntry> = {
  fields: ['words', 'headings'],
  tokenize: (text) => tokenizer.terms(text),
  processTerm: (term) => term,
  // A heading says what its sentences are about, but says it of all of them.
  searchOptions: { boost: { headings: 0.3 }, combineWith: 'OR' },
};

export function createLexicalIndex(sentences: readonly IndexedSentence[]): LexicalIndex {
  const search = new MiniSearch(OPTIONS);
  search.addAll(
    sentences.map(({ id, report, sentence }) => ({
      id,
      words: sentenceText(report, sentence),
      headings: headingText(report, sentence),
    })),
  );
  return wrap(search);
}

/** Throws when the JSON is not an index of this shape. */
export function readLexicalIndex(json: string): LexicalIndex {
  return wrap(MiniSearch.loadJSON(json, OPTIONS));
}

function wrap(search: MiniSearch<LexicalEntry>): LexicalIndex {
  return {
    search: (text, k) =>
      search
        .search(text)
        // MiniSearch multiplies BM25 by the number of the question's terms that matched.
        .map(({ id, score, queryTerms }) => ({ id: Number(id), score: score / queryTerms.length }))
        .sort(bestFirst)
        .slice(0, k),
    toJson: () => JSON.stringify(search),
  };
}
