import { describe, expect, it } from 'vitest';
import { foldText, holds } from '../../src/evaluation/fold-text.ts';

describe('holds', () => {
  it.each([
    ['同比增长 8 ％', '增长8%'],
    ['完成７，６６１万美元', '7661万美元'],
    ['一是“数字城管”，二是…', '"数字城管",'],
    ['1. 3D打印产业园', '3D打印产业园'],
    ['①3D打印产业园②智能产业园', '3D打印产业园'],
    ['排四区第一', '四区第一'],
    ['第一\n一般公共预算', '第一'],
    ['PM2.5下降13.33%', 'PM2.5'],
  ])('finds in “%s” the words “%s”', (text, words) => {
    expect(holds(text, words)).toBe(true);
  });

  it.each([
    ['增长18%', '8%'],
    ['增长8.8%', '8%'],
    ['增长8.5%', '增长8'],
    ['共15家企业', '5家'],
    ['3-5家企业', '5家'],
    ['十五家企业', '五家'],
    ['170.15亿元', '170.1'],
    ['20170人', '2017'],
    ['什么也没有', ''],
  ])('does not find in “%s” the words “%s”', (text, words) => {
    expect(holds(text, words)).toBe(false);
  });
});

describe('foldText', () => {
  it('keeps figures apart that only white space separates', () => {
    expect(foldText('共 10\n8.5 %')).toBe('共10 8.5%');
  });
});
