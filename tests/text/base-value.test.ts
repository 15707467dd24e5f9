import { describe, expect, it } from 'vitest';
import { baseValue } from '../../src/text/base-value.ts';

describe('baseValue', () => {
  it.each([
    ['15', '万平方米', 150_000],
    ['15', '万平方公里', 150_000_000_000],
    ['3', '公顷', 30_000],
    ['12', '公里', 12_000],
    ['500', '米', 500],
    ['2', '吨', 2000],
    ['4', '斤', 2],
    ['4', '公斤', 4],
    ['7.09', '亿元', 709_000_000],
    ['七点零九亿', '元', 709_000_000],
    ['一百七十点一', '亿元', 17_010_000_000],
    ['六', '成', 60],
  ])('%s %s is %d', (number, unit, expected) => {
    expect(baseValue(number, unit)).toBeCloseTo(expected, 6);
  });

  it('is null for words that are no number', () => {
    expect(baseValue('两三', '个')).toBeNull();
  });
});
