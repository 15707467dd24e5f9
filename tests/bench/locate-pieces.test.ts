import { describe, expect, it } from 'vitest';
import { locatePieces } from '../../bench/locate-pieces.ts';

describe('locatePieces', () => {
  it('finds pieces that overlap', () => {
    expect(locatePieces('各位代表：现在报告工作。', ['各位代表：现在', '现在报告工作。'])).toEqual([
      { start: 0, end: 7 },
      { start: 5, end: 12 },
    ]);
  });

  it('finds a piece that stands twice at its own place each time', () => {
    expect(locatePieces('增长8%。增长8%。', ['增长8%。', '增长8%。'])).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 10 },
    ]);
  });

  it('refuses a piece that was not cut from the text', () => {
    expect(() => locatePieces('增长8%。', ['增长9%。'])).toThrow('“增长9%。…” is not in the text');
  });
});
