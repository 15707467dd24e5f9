import { describe, expect, it } from 'vitest';
import { readerAddress } from '../../src/channels/reader-address.ts';
import { readReaderQuery } from '../../src/channels/web/reader/read-reader-query.ts';
import type { Citation } from '../../src/domain/answer.ts';

function citation(start: number, end: number, reportId = 'qingxi-2018'): Citation {
  return { reportId, headingPath: [], quote: '', passage: 0, start, end };
}

describe('readerAddress', () => {
  it('names the quote in the fragment and the whole answer in the query', () => {
    const [one, two] = [citation(3, 9), citation(20, 31)];
    expect(readerAddress(two, [one, two])).toBe('/report/qingxi-2018?s=3-9,20-31#s=20-31');
  });

  it('leaves out quotes of another report', () => {
    const [one, two] = [citation(3, 9, 'other'), citation(20, 31)];
    expect(readerAddress(two, [one, two])).toBe('/report/qingxi-2018?s=20-31#s=20-31');
  });

  it('is read back by readReaderQuery', () => {
    const [one, two] = [citation(3, 9), citation(20, 31)];
    const { searchParams } = new URL(readerAddress(one, [one, two]), 'http://localhost');
    expect(readReaderQuery(Object.fromEntries(searchParams), 100).quotes).toEqual([
      { start: 3, end: 9 },
      { start: 20, end: 31 },
    ]);
  });
});
