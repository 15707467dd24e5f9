import { createRequire } from 'node:module';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { Report, Span } from '../src/domain/report.ts';
import type { Encoder } from '../src/models/encoder.ts';
import { createLangchainEmbeddings } from '../src/models/langchain-embeddings.ts';
import { locatePieces } from './locate-pieces.ts';

const PIECE_CHARACTERS = 500;
const OVERLAP_CHARACTERS = 50;
const SHOWN = 2;

/** A stretch of a report as the splitter cut it. */
export interface Piece extends Span {
  readonly reportId: string;
  readonly text: string;
}

/** The pieces that are shown for a question, nearest first. */
export type TutorialReply = (question: string) => Promise<readonly Piece[]>;

/**
 * What a tutorial builds from the same parts: LangChain's splitter at 500/50, the same encoder, hnswlib with its
 * defaults, and the two nearest pieces as the reply.
 */
export async function createTutorialStack(
  reports: readonly Report[],
  encoder: Encoder,
): Promise<TutorialReply> {
  const pieces = (await Promise.all(reports.map(split))).flat();
  const embeddings = createLangchainEmbeddings(encoder);
  const vectors = await embeddings.embedDocuments(pieces.map(({ text }) => text));
  // A CommonJS package whose named exports Node does not see from an ES module.
  const library: typeof import('hnswlib-node') = createRequire(import.meta.url)('hnswlib-node');
  const graph = new library.HierarchicalNSW('cosine', encoder.dimensions);
  graph.initIndex(pieces.length);
  for (const [index, vector] of vectors.entries()) graph.addPoint(vector, index);

  return async (question) => {
    const vector = await embeddings.embedQuery(question);
    const { neighbors } = graph.searchKnn(vector, Math.min(SHOWN, pieces.length));
    return neighbors.flatMap((index) => pieces[index] ?? []);
  };
}

/** The reply as it is read. */
export function renderPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('\n\n');
}

async function split({ id, text }: Report): Promise<readonly Piece[]> {
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: PIECE_CHARACTERS,
    chunkOverlap: OVERLAP_CHARACTERS,
  });
  const texts = await splitter.splitText(text);
  return locatePieces(text, texts).map((span, index) => ({
    ...span,
    reportId: id,
    text: texts[index] ?? '',
  }));
}
