import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeWords, withoutTime } from '../../src/question/time-words.ts';

describe('time words', () => {
  it.each([
    ['去年和今年修路', '去年 今年', '和修路'],
    ['2029年度修路', '2029年度', '修路'],
    ['2029修路', '2029', '修路'],
    ['二〇二九年修路', '二〇二九年', '修路'],
    ['29年修路', '29年', '修路'],
    ['2028—2030年修路', '2028—2030年', '修路'],
    ['大前年修路', '大前年', '修路'],
    ['过去五年修路', '过去五年', '修路'],
    ['“十四五”时期修路', '“十四五”时期', '修路'],
    ['“十四五”末修路', '“十四五”末', '修路'],
    ['“十四五”修路', '“十四五”', '修路'],
    ['五年修路', '五年', '修路'],
    ['五年前修路', '五年前', '修路'],
    ['五年来修路', '五年来', '修路'],
    ['明年、后年修路', '明年 后年', '、修路'],
    ['本年度修路', '本年度', '修路'],
  ])('finds and takes out those of %s', (text, words, rest) => {
    expect([timeWords(text).join(' '), withoutTime(text)]).toEqual([words, rest]);
  });

  it.each([
    '近10年修路',
    '15年来修路',
    '20年以上',
    '3年',
    '113年',
    '20299',
    '十四五规划修路',
    '“十四五”规划修路',
    '延长五年',
    '五年级',
    '以前年份',
    '以上年龄',
    '建成后年产',
    '上一年级',
    '',
  ])('finds none in “%s”', (text) => {
    expect([timeWords(text), withoutTime(text)]).toEqual([[], text]);
  });

  it('loses nothing but the time words', () => {
    const unit = fc.constantFrom(
      '今年',
      '去',
      '年',
      '20',
      '29',
      '-',
      '过去',
      '五',
      '十',
      '时期',
      '大',
      '前',
      '修路',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 14 }), (units) => {
        const text = units.join('');
        expect(withoutTime(text).length + timeWords(text).join('').length).toBe(text.length);
      }),
    );
  });
});
