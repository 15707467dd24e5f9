import { describe, expect, it } from 'vitest';
import { tellsAnotherMeasure } from '../../src/answer/another-measure.ts';
import type { Question } from '../../src/domain/question.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

/** `quoted` alone of the one sentence of a report. */
const quoteOf = (question: Question, quoted: string, before = '') => {
  const report = countyReport({ review: `${before}${quoted}。` });
  const { reading } = judge(report, quoted, question);
  const start = report.text.indexOf(quoted);
  return { reading, quote: { start, end: start + quoted.length } };
};
const another = (question: Question, quoted: string, before = '') =>
  tellsAnotherMeasure(question, quoteOf(question, quoted, before));

describe('tellsAnotherMeasure', () => {
  it.each([
    ['去年第三产业增加值增长多少', '服务业企业利润增长12.9%'],
    ['工业利润去年多少亿元', '工业营业收入90亿元'],
    ['一般公共预算支出有多少亿元', '一般公共预算收入达到4211亿元'],
    ['居民可支配收入增长多少', '一般公共预算收入增长5%'],
    ['粮食产量增长多少', '农业产值增长4%'],
    ['居民消费价格涨了多少', '家电零售额增长21.2%'],
  ])('“%s” is not told by “%s”', (text, quoted) => {
    expect(another(ask(text), quoted)).not.toBeNull();
  });

  it('takes what a part added for its share of the product that was asked about before', () => {
    const question = { ...ask('今年一产增长多少'), leansOn: '今年GDP目标增长多少' };
    expect(another(question, '一产增加值增长6%左右')).toBeNull();
  });

  it('finds the measure in the clause before', () => {
    const before = '外贸进出口达到8512亿元，';
    expect(another(ask('咱们的GDP现在排第几'), '由上年第五位上升到第四位', before)).not.toBeNull();
    expect(another(ask('咱们的外贸现在排第几'), '由上年第五位上升到第四位', before)).toBeNull();
  });

  it.each([['民营经济占GDP的比重是多少'], ['民营经济在GDP里占多大'], ['单位GDP能耗下降多少']])(
    '“%s” asks for no GDP',
    (text) => {
      expect(another(ask(text), '民营经济增加值占比达到60%')).toBeNull();
    },
  );

  it('holds what a follow-up leaves out', () => {
    const townspeople = { ...ask('城里人今年涨多少'), leansOn: '农村居民收入今年涨多少' };
    expect(another(townspeople, '城镇化率提升1个百分点')).not.toBeNull();
    expect(another(townspeople, '城乡居民人均可支配收入分别增长5%、6%')).toBeNull();
  });

  it.each([
    ['去年第三产业增加值增长多少', '一、二、三产业增加值分别增长4.2%、5%、5.4%'],
    ['去年第三产业增加值增长多少', '服务业增长8%'],
    ['财政收入多少', '一般公共预算收入完成4.3亿元，税收占比81%'],
    ['粮食产量多少', '粮食总产31万吨'],
    ['工业增加值怎么样', '工业利润增长8%'],
  ])('“%s” may be told by “%s”', (text, quoted) => {
    expect(another(ask(text), quoted)).toBeNull();
  });
});
