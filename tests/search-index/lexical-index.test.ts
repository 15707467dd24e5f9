import { describe, expect, it } from 'vitest';
import { createLexicalIndex, readLexicalIndex } from '../../src/search-index/lexical-index.ts';
import { searchableSentences } from '../../src/search-index/searchable-sentences.ts';
import { makeReport, ROADS, SCHOOLS } from './make-report.ts';

const index = createLexicalIndex(searchableSentences([SCHOOLS, ROADS]));

describe('lexical index', () => {
  it('finds a sentence by a word of it, and by part of a word', () => {
    expect(index.search('幼儿园建了几所', 1)[0]?.id).toBe(0);
    expect(index.search('危桥', 1)[0]?.id).toBe(4);
    expect(index.search('公交', 10).map(({ id }) => id)).toContain(5);
  });

  it('finds a sentence by its heading, after those that say it themselves', () => {
    const found = createLexicalIndex(
      searchableSentences([
        makeReport('a', '新建幼儿园十二所。', ['教育']),
        makeReport('b', '教育投入逐年增长。', ['民生']),
      ]),
    ).search('教育', 10);
    expect(found.map(({ id }) => id)).toEqual([1, 0]);
  });

  it('gives plain BM25: each word of the question that matches adds its own score', () => {
    const [bridges] = index.search('危桥', 1);
    const [both] = index.search('危桥，营养', 1);
    expect(both?.score).toBeCloseTo(bridges?.score ?? 0, 9);
  });

  it('orders equal scores by id', () => {
    const twins = createLexicalIndex(
      searchableSentences([makeReport('twins', '修路架桥。修路架桥。修路架桥。')]),
    );
    expect(twins.search('修路', 3).map(({ id }) => id)).toEqual([0, 1, 2]);
  });

  it('finds nothing where no term matches', () => {
    expect(index.search('航天', 10)).toEqual([]);
    expect(index.search('？', 10)).toEqual([]);
  });

  it('is the same after being written and read', () => {
    expect(readLexicalIndex(index.toJson()).search('幼儿园', 5)).toEqual(index.search('幼儿园', 5));
  });
});
