import { describe, expect, it } from 'vitest';
import { readReaderQuery } from '../../../../src/channels/web/reader/read-reader-query.ts';

describe('readReaderQuery', () => {
  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['words', 'abc'],
    ['a quote of no length', '5-5'],
    ['a quote that runs backwards', '9-3'],
    ['one beyond the end', '90-101'],
    ['negative numbers', '-5-9'],
    ['numbers that are none', '1e1-2e1'],
    ['a number too long to be one', '0-99999999999999999999'],
    ['markup', '<script>-9'],
  ])('marks nothing for %s', (_name, s) => {
    expect(readReaderQuery({ s }, 100).quotes).toEqual([]);
  });

  it('takes a quote once, and at most twenty', () => {
    expect(readReaderQuery({ s: '1-2,1-2' }, 100).quotes).toHaveLength(1);
    const many = Array.from({ length: 50 }, (_, at) => `${at}-${at + 1}`).join(',');
    expect(readReaderQuery({ s: many }, 100).quotes).toHaveLength(20);
  });

  it('cuts words that are too long to be searched', () => {
    expect(readReaderQuery({ q: ` ${'长'.repeat(500)} ` }, 100).words).toHaveLength(40);
  });
});
