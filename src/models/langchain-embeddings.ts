import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Encoder } from './encoder.ts';

/** The encoder as LangChain takes it: [CLS] vectors, the same for questions and documents. */
export function createLangchainEmbeddings(encoder: Encoder): EmbeddingsInterface {
  return {
    async embedDocuments(documents) {
      const encodings = await encoder.encode(documents);
      return encodings.map(({ cls }) => Array.from(cls));
    },
    async embedQuery(document) {
      const [encoding] = await encoder.encode([document]);
      return Array.from(encoding?.cls ?? []);
    },
  };
}
