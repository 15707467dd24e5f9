import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/parse-report.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { createEncoder } from '../../src/models/create-encoder.ts';
import type { Encoder } from '../../src/models/encoder.ts';
import { maxSim, tokenCosines } from '../../src/models/late-interaction.ts';
import { buildIndex } from '../../src/search-index/build-index.ts';
import { openIndex } from '../../src/search-index/open-index.ts';
import type { ReportToIndex, SearchIndex } from '../../src/search-index/search-index.ts';
import { sentenceText } from '../../src/search-index/sentence-text.ts';
import { ROADS, SCHOOLS } from './make-report.ts';

const root = new URL('../../', import.meta.url);

describe('openIndex', () => {
  let encoder: Encoder;
  let directory: string;
  let reports: ReportToIndex[];
  let index: SearchIndex;

  beforeAll(async () => {
    encoder = await createEncoder({ modelsDirectory: fileURLToPath(new URL('models', root)) });
    directory = await mkdtemp(join(tmpdir(), 'wenbao-index-'));
    const files = await readCorpus(fileURLToPath(new URL('corpus', root)));
    const parsed = files.map((file) => ({ report: parseReport(file), sha256: file.sha256 }));
    reports = [...parsed, SCHOOLS, ROADS];
    await buildIndex({ directory, reports, encoder });
    index = await openIndex({ directory, reports, encoder });
  });
  afterAll(async () => {
    index.close();
    await encoder.close();
    await rm(directory, { recursive: true });
  });

  it('numbers the sentences of all reports in one list, salutations left out', () => {
    expect(index.sentences.map(({ id }) => id)).toEqual([...index.sentences.keys()]);
    expect(index.sentences.some(({ sentence }) => sentence.kind === 'salutation')).toBe(false);
    expect(index.sentences.slice(-6).map(({ report }) => report.id)).toEqual([
      ...Array(3).fill('schools'),
      ...Array(3).fill('roads'),
    ]);
  });

  it('finds among the first ten what comparing all vectors finds', () => {
    for (const { id } of index.sentences) {
      const vector = index.vector(id);
      const exact = index.exactDense(vector, 10).map((hit) => hit.id);
      const found = new Set(index.dense(vector, 10).map((hit) => hit.id));
      expect(exact.filter((one) => !found.has(one))).toEqual([]);
    }
  });

  it('keeps the vectors the encoder gave, and scores by their cosine', async () => {
    const entry = index.sentences.at(-1);
    if (entry === undefined) throw new Error('the index is empty');
    const [encoding] = await encoder.encode([sentenceText(entry.report, entry.sentence)]);
    const cls = encoding?.cls ?? new Float32Array();
    const [best] = index.dense(cls, 1);
    expect(best?.id).toBe(entry.id);
    expect(best?.score).toBeCloseTo(1, 5);
    const kept = index.vector(entry.id);
    for (const [place, value] of cls.entries()) expect(kept[place]).toBeCloseTo(value, 5);
  });

  it('gives no more hits than there are sentences, and none for none', () => {
    const vector = index.vector(0);
    expect(index.dense(vector, 10_000)).toHaveLength(index.sentences.length);
    expect(index.dense(vector, 0)).toEqual([]);
  });

  it('keeps token vectors that rank as those the encoder gives', async () => {
    const above = join(directory, 'above-the-ceiling');
    await buildIndex({ directory: above, reports: [SCHOOLS, ROADS], encoder, tokensCeiling: 0 });
    const without = await openIndex({ directory: above, reports: [SCHOOLS, ROADS], encoder });
    const first = index.sentences.length - 6;
    const kept = await index.tokens([0, 1, 2, 3, 4, 5].map((id) => first + id));
    const encoded = await without.tokens([0, 1, 2, 3, 4, 5]);
    const [question] = await encoder.encode(['加固了几座危桥']);
    if (question === undefined) throw new Error('the encoder gave nothing');
    const scores = [kept, encoded].map((sentences) =>
      sentences.map((sentence) =>
        maxSim(tokenCosines(question, sentence, encoder.dimensions), question.tokenCount),
      ),
    );
    expect(scores[0]?.indexOf(Math.max(...(scores[0] ?? [])))).toBe(4);
    for (const [place, score] of (scores[0] ?? []).entries()) {
      expect(Math.abs(score - (scores[1]?.[place] ?? 0))).toBeLessThan(0.002);
      expect(kept[place]?.spans).toEqual(encoded[place]?.spans);
    }
  });

  it('opens an index of no reports, in which nothing is found', async () => {
    const empty = join(directory, 'empty');
    await buildIndex({ directory: empty, reports: [], encoder });
    const nothing = await openIndex({ directory: empty, reports: [], encoder });
    expect(nothing.sentences).toEqual([]);
    expect(nothing.dense(index.vector(0), 5)).toEqual([]);
    expect(nothing.lexical('幼儿园', 5)).toEqual([]);
  });
});
