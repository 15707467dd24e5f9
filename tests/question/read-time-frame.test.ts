import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimeFrame } from '../../src/question/read-time-frame.ts';

/** A report of 2031 on 2030. */
const FACTS = { yearReviewed: 2030, yearPlanned: 2031 };

function years(text: string): readonly number[] {
  return readTimeFrame(text, FACTS).years;
}

describe('readTimeFrame', () => {
  it('takes an age for no year', () => {
    expect(years('我娘今年八十三了，发多少钱')).toEqual([]);
    expect(years('老人今年70岁，发多少钱')).toEqual([]);
    expect(years('今年80岁以上的老人发多少钱')).toEqual([2031]);
  });

  it.each([
    ['今年修路', [2031]],
    ['去年修路', [2030]],
    ['前年修路', [2029]],
    ['大前年修路', [2028]],
    ['明年修路', [2032]],
    ['后年修路', [2033]],
    ['过去一年修路', [2030]],
    ['这一年多修了多长的路', [2030, 2031]],
    ['新的一年修路', [2031]],
    ['年内修路', [2031]],
    ['去年和今年修路', [2030, 2031]],
    ['大前年和前年修路', [2028, 2029]],
  ])('counts the years of %s from the report', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    ['我家娃明年上小学，要盖哪几所学校', []],
    ['我家娃明年上小学，今年要盖哪几所学校', [2031]],
    ['明年的话，要盖哪几所学校', [2032]],
    ['我想问问明年的安排，盖学校吗', [2032]],
    ['我儿子去年毕业的，新增就业多少', [2030]],
  ])('reads no other year than the report’s in what people tell of themselves: %s', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    ['2029年修路', [2029]],
    ['2029修路', [2029]],
    ['二〇二九年修路', [2029]],
    ['2028-2030年修路', [2028, 2029, 2030]],
    ['29年修路', [2029]],
    ['承包期再延30年', []],
    ['2029人均收入', [2029]],
    ['2029项目', [2029]],
  ])('reads the years of %s', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    ['比去年多修多少', [2030, 2031]],
    ['2031年比2030年多修多少', [2030, 2031]],
    ['今年比上年多修多少', [2031]],
  ])('reads both sides of %s where both are known', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    ['2030年比2020年多修多少', [2030]],
    ['2029年比2028年多修多少', [2029]],
    ['跟2029年比，多修多少', [2030]],
    ['跟2030年比，多修多少', [2030, 2031]],
  ])('asks of no year that %s only holds another against', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    '29年来修路',
    '咱这一年修路多少天',
    '99年修路',
    '盼了30年才修路',
    '5年内修路',
    '三年内修路',
    '近年来修路',
    '三年级的学校',
    '孩子上一年级',
    '60岁以上年龄的老人',
    '上年纪的老人',
    '以前年度的结余',
    '当前年产量',
    '建成后年均产值',
    '投产后年产多少',
    '基本年限',
    '2000人参加',
    '2030公里公路',
    '2030亩地',
    '13820301234',
    '2030.5',
    '修路',
    '',
    '🙂\0\ud800',
  ])('reads no year out of “%s”', (text) => {
    expect(years(text)).toEqual([]);
  });

  it.each([
    ['过去五年修路', 2026, 2030],
    ['5年来修路', 2026, 2030],
    ['五年里一共修了多少路', 2026, 2030],
    ['五年里要修多少路', 2031, 2035],
    ['五年规划里路要修多长', 2031, 2035],
    ['五年内打算修多少路', 2031, 2035],
    ['往后几年修路', 2031, 2035],
    ['未来五年修路', 2031, 2035],
    ['往后五年修路', 2031, 2035],
    ['下个五年修路', 2031, 2035],
    ['“十四五”时期修路', 2021, 2025],
    ['十四五修了多少路', 2021, 2025],
    ['“十五五”修路', 2026, 2030],
    ['十五五规划', 2026, 2030],
    ['十五五人均GDP要达到多少', 2026, 2030],
  ])('reads the period of %s', (text, from, to) => {
    expect(readTimeFrame(text, FACTS).period).toEqual({ from, to });
  });

  it.each(['25年来修路', '十五年来修路', '十五个村', '十四五个人', '三五家店', '五年级', ''])(
    'reads no period out of “%s”',
    (text) => {
      expect(readTimeFrame(text, FACTS).period).toBeNull();
    },
  );

  it.each(['现在有多少', '目前有多少', 'how many now', 'how many today'])(
    'hears that %s asks about now',
    (text) => {
      expect(readTimeFrame(text, FACTS).now).toBe(true);
    },
  );

  it.each(['有多少', 'I want to know', 'the concurrent project'])('does not hear now in “%s”', (text) => {
    expect(readTimeFrame(text, FACTS).now).toBe(false);
  });

  it('leaves 今年 and 过去五年 unread where the report gives no year', () => {
    const frame = readTimeFrame('今年和过去五年', { yearReviewed: null, yearPlanned: null });
    expect(frame).toEqual({ years: [], period: null, now: false });
  });

  it.each([[{ yearReviewed: 2030, yearPlanned: null }], [{ yearReviewed: null, yearPlanned: 2031 }]])(
    'counts from the one year that is known: %j',
    (facts) => {
      expect(readTimeFrame('去年和今年', facts).years).toEqual([2030, 2031]);
    },
  );

  it('gives its years once each and ascending', () => {
    const unit = fc.constantFrom(
      '今年',
      '去年',
      '2029年',
      '2031',
      '前年',
      '-',
      '到',
      '和',
      '比',
      '一',
      '五',
      '年',
      '“',
      '”',
      '修路',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 14 }), (units) => {
        const found = years(units.join(''));
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});
