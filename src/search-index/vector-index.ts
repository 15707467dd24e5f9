import { createRequire } from 'node:module';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { SentenceId } from '../domain/candidate.ts';
import type { SearchHit } from './search-index.ts';

const LINKS = 16;
const CANDIDATES_WHEN_BUILDING = 200;
/** The library's 10 loses neighbours (recall@10 .90 at 5,000 vectors); it is not saved with the file. */
const CANDIDATES_WHEN_SEARCHING = 128;
const SEED = 100;

/** [CLS] vectors by cosine; hnswlib takes arrays only and throws on a Float32Array. */
export interface VectorIndex {
  add(vector: Float32Array, id: SentenceId): void;
  search(vector: Float32Array, k: number): SearchHit[];
  exactSearch(vector: Float32Array, k: number): SearchHit[];
  vector(id: SentenceId): Float32Array;
  /** Fails silently in a folder that is not there: read the file back. */
  write(path: string): Promise<void>;
}

/** An empty index for `count` vectors. */
export function createVectorIndex(dimensions: number, count: number): VectorIndex {
  const graph = newGraph(dimensions);
  graph.initIndex(Math.max(1, count), LINKS, CANDIDATES_WHEN_BUILDING, SEED);
  return wrap(graph, dimensions);
}

/** Throws when the file is cut short or holds another count; the dimensions it does not know: check them before. */
export async function readVectorIndex(path: string, dimensions: number, count: number): Promise<VectorIndex> {
  const graph = newGraph(dimensions);
  await graph.readIndex(path);
  if (graph.getCurrentCount() !== count) {
    throw new Error(`holds ${graph.getCurrentCount()} vectors instead of ${count}`);
  }
  return wrap(graph, dimensions);
}

function wrap(graph: HierarchicalNSW, dimensions: number): VectorIndex {
  return {
    add: (vector, id) => graph.addPoint(Array.from(vector), id),
    search(vector, k) {
      const wanted = Math.min(k, graph.getCurrentCount());
      if (wanted < 1) return [];
      graph.setEf(Math.max(CANDIDATES_WHEN_SEARCHING, wanted));
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted);
      return neighbors.map((id, index) => ({ id, score: 1 - (distances[index] ?? 1) })).sort(bestFirst);
    },
    exactSearch(vector, k) {
      const hits = Array.from({ length: graph.getCurrentCount() }, (_, id) => {
        const other = graph.getPoint(id);
        let score = 0;
        for (let index = 0; index < dimensions; index += 1)
          score += (vector[index] ?? 0) * (other[index] ?? 0);
        return { id, score };
      });
      return hits.sort(bestFirst).slice(0, k);
    },
    vector: (id) => Float32Array.from(graph.getPoint(id)),
    async write(path) {
      await graph.writeIndex(path);
    },
  };
}

/** Equal scores by id, so that the same question gives the same list. */
export function bestFirst(left: SearchHit, right: SearchHit): number {
  return right.score - left.score || left.id - right.id;
}

function newGraph(dimensions: number): HierarchicalNSW {
  // A CommonJS package whose named exports Node does not see from an ES module.
  const library: typeof import('hnswlib-node') = createRequire(import.meta.url)('hnswlib-node');
  return new library.HierarchicalNSW('cosine', dimensions);
}
