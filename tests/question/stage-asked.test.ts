import { describe, expect, it } from 'vitest';
import { withoutStages } from '../../src/question/stage-asked.ts';

describe('withoutStages', () => {
  it.each([
    ['“湖滨路”是已经修好了 还是今年才修', '“湖滨路”修好'],
    ['湖滨路征地,是干完的活还是今年的计划', '湖滨路征地'],
    ['白鹭水电站是还在建还是已经建成了?', '白鹭水电站建'],
    ['甲公司是已经来了还是还在谈', '甲公司来'],
    ['体育馆已经建成了还是今年才开工', '体育馆建成'],
    ['体育馆是31年要搞还是去年就搞起来了', '体育馆'],
  ])('asks of the thing, not of the time: %s', (text, expected) => {
    expect(withoutStages(text)).toBe(expected);
  });

  it.each([
    '体育馆建在城东还是城西',
    '今年是修路还是修桥',
    '是去年还是今年',
    '体育馆今年能建成吗',
    '财政收入去年多还是今年多',
    '外贸增速是去年高还是今年高',
    '修路是去年修得多还是今年',
    '老厂的问题去年就已经解决了吧,还是没有',
    '',
  ])('leaves as it is: %s', (text) => {
    expect(withoutStages(text)).toBe(text);
  });
});
