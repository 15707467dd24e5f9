import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { Pair, Reranker } from '../../src/models/reranker.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import type { SearchIndex } from '../../src/search-index/search-index.ts';
import { makeReport, ROADS, SCHOOLS } from '../search-index/make-report.ts';
import { CHARACTER_ENCODER, encodeCharacters } from './character-encoder.ts';
import { CHARACTER_RERANKER } from './character-reranker.ts';
import { createMemoryIndex } from './memory-index.ts';

async function search(
  reports: readonly Report[],
  wordings: readonly string[],
  change: (index: SearchIndex) => Partial<SearchIndex> = () => ({}),
  reranker: Reranker = CHARACTER_RERANKER,
) {
  const whole = createMemoryIndex(reports);
  const index = { ...whole, ...change(whole) };
  const found = await createRetriever({ index, encoder: CHARACTER_ENCODER, reranker })(wordings);
  return found.map((one) => {
    const { report, sentence } = whole.sentences[one.candidate.id] ?? {};
    const words = sentence === undefined ? '' : report?.text.slice(sentence.start, sentence.end);
    return { ...one, ...one.candidate, words };
  });
}

/** A reranker that gives these logits and keeps what it was given to read. */
function recordPairs(logit: (place: number, pair: Pair) => number) {
  const read: Pair[] = [];
  const reranker: Reranker = {
    ...CHARACTER_RERANKER,
    async rerank(pairs) {
      read.push(...pairs);
      return pairs.map((pair, place) => logit(place, pair));
    },
  };
  return { reranker, read };
}

const REPORTS = [SCHOOLS.report, ROADS.report];

describe('createRetriever', () => {
  it('puts the nearest sentence of any report first', async () => {
    expect((await search(REPORTS, ['加固了几座危桥']))[0]?.words).toBe('加固危桥十五座。');
    expect((await search(REPORTS, ['新建几所幼儿园']))[0]?.words).toBe('新建公办幼儿园十二所。');
  });

  it('orders by the scores fused', async () => {
    const scores = (await search(REPORTS, ['新建几所幼儿园'])).map((one) => one.scores);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores.map(({ fused }) => fused)).toEqual(scores.map(({ fused }) => fused).sort((a, b) => b - a));
    for (const { dense, lexical, lateInteraction, reader, fused } of scores)
      expect(fused).toBeCloseTo(0.3 * dense + 0.1 * lexical + 0.6 * lateInteraction + 0.025 * reader);
  });

  it('brings up what only one of the two searches finds', async () => {
    const found = await search(REPORTS, ['危桥'], () => ({
      dense: () => [{ id: 1, score: 0.4 }],
      lexical: () => [{ id: 4, score: 7 }],
    }));
    expect(found.map(({ id, scores }) => [id, scores.lexical])).toEqual([
      [4, 1],
      [1, 0],
    ]);
    // The vectors are compared all the same where dense search did not bring a sentence up.
    expect(found[0]?.scores.dense).toBeGreaterThan(0.3);
  });

  it('measures the lexical score by the best hit', async () => {
    const found = await search(REPORTS, ['危桥'], () => ({
      lexical: () => [
        { id: 4, score: 8 },
        { id: 3, score: 2 },
      ],
    }));
    const lexicalOf = new Map(found.map(({ id, scores }) => [id, scores.lexical]));
    expect([lexicalOf.get(4), lexicalOf.get(3)]).toEqual([1, 0.25]);
  });

  it('keeps a sentence that several wordings bring up once, by the wording it fits best', async () => {
    const found = await search(REPORTS, ['修路', '新修农村公路', '公交']);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.find(({ words }) => words?.startsWith('新修农村公路'))?.text).toBe('新修农村公路');
    expect(found.find(({ words }) => words?.startsWith('开通公交'))?.text).toBe('公交');
  });

  it('does no worse for a further wording', async () => {
    const [alone] = await search(REPORTS, ['开通公交线路']);
    const [together] = await search(REPORTS, ['开通公交线路', '修路']);
    expect(together?.id).toBe(alone?.id);
    expect(together?.scores).toEqual(alone?.scores);
  });

  it('orders equal sentences by their place', async () => {
    const same = makeReport('same', '修建水渠。修建水渠。修建水渠。').report;
    expect((await search([same], ['水渠'])).map(({ id }) => id)).toEqual([0, 1, 2]);
    expect((await search([same], ['修建', '水渠'])).map(({ id }) => id)).toEqual([0, 1, 2]);
  });

  it('gives the cosine of every token of the question with every token of the sentence', async () => {
    const [found] = await search([ROADS.report], ['危桥']);
    const width = (found?.sentenceSpans.length ?? 0) / 2;
    expect(found?.questionSpans).toEqual(Uint16Array.from([0, 1, 1, 2]));
    expect(found?.cosines).toHaveLength(2 * width);
    const place = found?.words?.indexOf('危') ?? -1;
    expect(found?.cosines[place]).toBe(1);
    expect(found?.cosines[place + 1]).toBe(0);
    expect(found?.cosines[width + place + 1]).toBe(1);
  });

  it('gives at most twelve sentences, however many wordings, and has the best six of them read', async () => {
    const many = makeReport('many', Array.from({ length: 60 }, (_, place) => `修渠第${place}段。`).join(''));
    const wordings = ['修渠', '第11段', '第22段', '第33段', '第44段'];
    const { reranker, read } = recordPairs((place) => -place);
    const found = await search([many.report], wordings, undefined, reranker);
    expect(found).toHaveLength(12);
    expect(read).toHaveLength(6);
    // The others are taken for no likelier than the least likely that was read.
    const logits = found.map(({ scores }) => 0 - scores.reader).sort((a, b) => a - b);
    expect(logits).toEqual([0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5]);
  });

  it('has what a wording finds by its words read, though it comes after the best six', async () => {
    const many = makeReport('many', Array.from({ length: 60 }, (_, place) => `修渠第${place}段。`).join(''));
    const { reranker, read } = recordPairs(() => 0);
    const change = () => ({
      lexical: () => [{ id: 59, score: 1 }],
      dense: () =>
        Array.from({ length: 12 }, (_, place) => ({ id: 48 + place, score: place === 11 ? 0 : 1 })),
    });
    await search([many.report], ['修渠第59段'], change, reranker);
    expect(read).toHaveLength(6);
    expect(read.map(({ sentence }) => sentence).join()).toContain('第59段');
  });

  it('has a sentence read by the wording that found it, behind what stands above it', async () => {
    const { reranker, read } = recordPairs(() => 0);
    await search(REPORTS, ['加固了几座危桥'], undefined, reranker);
    expect(read[0]?.question).toBe('加固了几座危桥');
    expect(read[0]?.sentence).toMatch(/(?:^|\|)加固危桥十五座。$/u);
  });

  it('has it read by the fullest wording: a fragment alone is answered by anything', async () => {
    const { reranker, read } = recordPairs(() => 0);
    await search(REPORTS, ['加固了几座啊', '去年危桥加固了几座'], undefined, reranker);
    expect(new Set(read.map(({ question }) => question))).toEqual(new Set(['去年危桥加固了几座']));
  });

  it('has it read without what stands before it where that is only the question itself', async () => {
    const { reranker, read } = recordPairs(() => 0);
    await search(REPORTS, ['白鹭县加固了几座危桥', '加固了几座危桥'], undefined, reranker);
    expect(read.map(({ question }) => question)).toContain('加固了几座危桥');
  });

  it('puts a sentence first that the reader is sure of', async () => {
    const { reranker } = recordPairs((_, { sentence }) => (sentence.includes('公交') ? 40 : -40));
    const [first] = await search(REPORTS, ['加固了几座危桥'], undefined, reranker);
    expect(first?.words).toContain('公交');
  });

  it('finds nothing where there is nothing', async () => {
    expect(await search([], ['修渠'])).toEqual([]);
    expect(await search(REPORTS, [])).toEqual([]);
  });

  it('passes on what the encoder throws', async () => {
    const failing = { ...CHARACTER_ENCODER, encode: () => Promise.reject(new Error('no memory')) };
    const retrieve = createRetriever({
      index: createMemoryIndex(REPORTS),
      encoder: failing,
      reranker: CHARACTER_RERANKER,
    });
    await expect(retrieve(['修渠'])).rejects.toThrow('no memory');
  });

  it('leaves out a sentence whose tokens are not there', async () => {
    const found = await search([ROADS.report], ['危桥'], () => ({
      tokens: async () => [encodeCharacters('危桥')],
    }));
    expect(found).toHaveLength(1);
  });
});
