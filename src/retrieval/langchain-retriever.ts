import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { SearchIndex } from '../search-index/search-index.ts';
import type { Retrieve } from './create-retriever.ts';

/** Where a sentence stands and what brought it up: what a LangChain chain gets beside its words. */
export interface SentenceMetadata extends Record<string, unknown> {
  readonly reportId: string;
  readonly headingPath: readonly string[];
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Our retrieval as a LangChain retriever: the `k` best sentences of a question that stands alone, best first. */
export function createLangchainRetriever(
  retrieve: Retrieve,
  index: Pick<SearchIndex, 'sentences'>,
  k = 5,
): BaseRetriever<SentenceMetadata> {
  return new SentenceRetriever(retrieve, index, k);
}

class SentenceRetriever extends BaseRetriever<SentenceMetadata> {
  readonly lc_namespace = ['wenbao', 'retrieval'];
  private readonly retrieve: Retrieve;
  private readonly index: Pick<SearchIndex, 'sentences'>;
  private readonly k: number;

  constructor(retrieve: Retrieve, index: Pick<SearchIndex, 'sentences'>, k: number) {
    super();
    this.retrieve = retrieve;
    this.index = index;
    this.k = k;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<SentenceMetadata>[]> {
    const found = await this.retrieve([query]);
    return found.slice(0, this.k).flatMap(({ candidate }) => {
      const entry = this.index.sentences[candidate.id];
      if (entry === undefined) return [];
      const { report, sentence } = entry;
      const { headingPath, passage, start, end } = sentence;
      const metadata = {
        reportId: report.id,
        headingPath,
        passage,
        start,
        end,
        score: candidate.scores.fused,
      };
      return [new Document({ pageContent: report.text.slice(start, end), metadata })];
    });
  }
}
