import { describe, expect, it } from 'vitest';
import type { Quoted } from '../../src/answer/compose.ts';
import { ground } from '../../src/answer/ground.ts';
import { makeCitation } from '../../src/answer/make-citation.ts';
import { countyReport, REPORT } from './invented-report.ts';

const FALLBACK = '报告这样写：';

/** The stretch of the report that consists of these words. */
function stretch(words: string): Quoted {
  const start = REPORT.text.indexOf(words);
  return { report: REPORT, start, end: start + words.length };
}

describe('ground', () => {
  it.each([
    ['a figure of the quote', '86.4亿元（预计）。', '地区生产总值86.4亿元'],
    ['the year of a part', '2023年：3座；2024年目标：3座。', '新建口袋公园3座'],
    ['five years that a part speaks of', '到2023年的五年：3座；2024年起的五年目标：3座。', '新建口袋公园3座'],
    ['the numbers of a list', '报告列出了2项：\n1. 教育\n2. 医疗', '用于教育的支出增长7%'],
    [
      'a difference with its terms',
      '高0.5个百分点（4.5% − 4%，由下面两处算出）。',
      '4%以内。发放低保资金920万元',
    ],
  ])('keeps a statement with %s', (_, statement, words) => {
    const quotes = [stretch(words), stretch('控制在4.5%以内')] as const;
    expect(ground({ statement, quotes })?.statement).toBe(statement);
  });

  it.each([
    ['a figure of its own', '新建口袋公园4座。'],
    ['a figure that another quote would hold', '新建口袋公园3座，整治背街小巷41条。'],
    ['a figure in words of its own', '新建口袋公园五座。'],
    ['a year that no part speaks of', '2017年：3座。'],
    ['a term of a difference of its own', '高1个百分点（4% − 3%，由下面两处算出）。'],
  ])('lets the quote speak for a statement with %s', (_, statement) => {
    const grounded = ground({ statement, quotes: [stretch('新建口袋公园3座')] });
    expect(grounded?.statement).toBe(FALLBACK);
    expect(grounded?.citations).toMatchObject([{ quote: '新建口袋公园3座' }]);
  });

  it('quotes a member of a row without the mark of its place in it', () => {
    const report = countyReport({ plan: '⑥天然气入户5000户。' });
    const start = report.text.indexOf('⑥');
    expect(makeCitation(report, { start, end: start + 11 })).toMatchObject({
      quote: '天然气入户5000户',
      start: start + 1,
    });
  });

  it('keeps a rank behind which the quote goes on', () => {
    const report = countyReport({ review: '农村居民收入增长6.3%、增速排全省第五，城镇居民收入增长4.4%。' });
    const start = report.text.indexOf('农村居民');
    const quotes = [{ report, start, end: report.text.indexOf('4.4%') + 4 }] as const;
    const statement = '增长6.3%、增速排全省第五。';
    expect(ground({ statement, quotes })?.statement).toBe(statement);
  });

  it('drops a quote that quotes nothing', () => {
    const { start } = stretch('新建口袋公园');
    const nothing = { report: REPORT, start, end: start };
    const grounded = ground({ statement: '3座。', quotes: [nothing, stretch('新建口袋公园3座')] });
    expect(grounded?.citations).toMatchObject([{ quote: '新建口袋公园3座' }]);
    expect(ground({ statement: '3座。', quotes: [nothing] })).toBeNull();
  });
});

describe('makeCitation', () => {
  it('says where the quote stands', () => {
    const quote = stretch('新建口袋公园3座');
    expect(makeCitation(REPORT, quote)).toEqual({
      reportId: 'yunxi',
      headingPath: ['一、2023年工作回顾', '（二）城乡面貌改善'],
      quote: '新建口袋公园3座',
      passage: expect.any(Number),
      start: quote.start,
      end: quote.end,
    });
  });

  it('throws where no passage holds the stretch', () => {
    expect(() => makeCitation(REPORT, { start: 0, end: REPORT.text.length })).toThrow('no passage of yunxi');
  });
});
