import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCountWords, smallNumber } from '../../src/text/counts.ts';

describe('smallNumber', () => {
  it.each([
    ['7', 7],
    ['12', 12],
    ['１２', 12],
    ['两', 2],
    ['九', 9],
    ['十', 10],
    ['十五', 15],
    ['三十', 30],
    ['四十六', 46],
  ])('reads %s as %d', (word, value) => {
    expect(smallNumber(word)).toBe(value);
  });

  it.each(['', '百', '五五', '十十', '123', '3个', '几', 'two', '\0'])('is null for “%s”', (word) => {
    expect(smallNumber(word)).toBeNull();
  });
});

describe('findCountWords', () => {
  it.each([
    ['四大战略', ['四大 4']],
    ['十大行动', ['十大 10']],
    ['办好15项实事', ['15项 15']],
    ['二十三个村', ['二十三个 23']],
    ['五个园区和三条路', ['五个 5', '三条 3']],
  ])('finds the counts of %s', (text, expected) => {
    expect(findCountWords(text).map(({ start, end, count }) => `${text.slice(start, end)} ${count}`)).toEqual(
      expected,
    );
  });

  it.each([
    ['an ordinal', '第三个村'],
    ['one', '一个村'],
    ['a name', '五个一工程'],
    ['the end of a larger number', '一百二十三个村'],
    ['the end of a longer number', '2031个村'],
    ['the end of a decimal', '1.5个'],
    ['the end of a spoken decimal', '三点五个'],
    ['an open number', '十几个村'],
    ['percentage points', '五个百分点'],
    ['months', '六个月'],
    ['digits', '两位数增长'],
    ['an adverb', '两大力推进'],
    ['nothing', ''],
  ])('takes no count from %s', (_, text) => {
    expect(findCountWords(text)).toEqual([]);
  });

  it('gives counts of 2 to 99 whose spans hold them', () => {
    const unit = fc.constantFrom(
      '一',
      '二',
      '两',
      '十',
      '百',
      '3',
      '0',
      '.',
      '个',
      '大',
      '项',
      '第',
      '点',
      '，',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 16 }), (units) => {
        const text = units.join('');
        for (const { start, end, count } of findCountWords(text)) {
          expect(count).toBeGreaterThanOrEqual(2);
          expect(count).toBeLessThanOrEqual(99);
          expect(smallNumber(text.slice(start, end).replace(/[个大项点]+$/u, ''))).toBe(count);
        }
      }),
    );
  });
});
