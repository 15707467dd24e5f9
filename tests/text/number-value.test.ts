import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberValue } from '../../src/text/number-value.ts';

describe('numberValue', () => {
  it.each([
    ['1', '万人', 10_000],
    ['312.6', '亿元', 31_260_000_000],
    ['151.3', '亿元', 15_130_000_000],
    ['1.1', '万亿元', 1_100_000_000_000],
    ['3', '百亿元', 30_000_000_000],
    ['2', '十亿元', 2_000_000_000],
    ['5', '千万元', 50_000_000],
    ['7,661', '名', 7661],
    ['１２', '个', 12],
    ['-3.5', '%', -3.5],
    ['0', '起', 0],
  ])('values %s %s', (number, unit, value) => {
    expect(numberValue(number, unit)).toBe(value);
  });

  it.each([
    ['3', '千米', 3],
    ['40', '千克', 40],
    ['6', '千瓦', 6],
    ['2', '万千瓦时', 20_000],
    ['4', '百分点', 4],
    ['8', '千公里', 8000],
  ])('takes no part of a unit for a multiplier: %s %s', (number, unit, value) => {
    expect(numberValue(number, unit)).toBe(value);
  });

  it.each([
    ['十', 10],
    ['百', 100],
    ['万', 10_000],
    ['十五', 15],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['三千五', 3500],
    ['一万二', 12_000],
    ['一万零二', 10_002],
    ['十二亿三千万', 1_230_000_000],
    ['三点五', 3.5],
    ['百分之八点五', 8.5],
    ['百分之百', 100],
    ['二〇三一', 2031],
    ['第十五', 15],
    ['第3', 3],
  ])('values the words %s', (number, value) => {
    expect(numberValue(number, '')).toBe(value);
  });

  it.each([
    '',
    '第',
    '两三',
    '二三十',
    '半',
    '三分之一',
    '5—7',
    '几',
    '十五到二十',
    '1.2.3',
    'abc',
    '\0',
    '9'.repeat(400),
  ])('is null for “%s”', (number) => {
    expect(numberValue(number, '亿元')).toBeNull();
  });

  it('values an amount alike in 万元 and in 亿元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (tenThousands) => {
        const hundredMillions = (tenThousands / 10_000).toFixed(4);
        expect(numberValue(hundredMillions, '亿元')).toBe(numberValue(String(tenThousands), '万元'));
      }),
    );
  });
});
