import { describe, expect, it } from 'vitest';
import { compareYears } from '../../src/answer/compare-years.ts';
import type { Report } from '../../src/domain/report.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

function compare(report: Report, done: string, planned: string, text: string): string | null {
  const question = ask(text);
  return compareYears(question, [judge(report, done, question), judge(report, planned, question)]);
}

/** 失业率 of both years in the words given. */
function compareWords(review: string, plan: string): string | null {
  const report = countyReport({ review: `去年登记失业率${review}。`, plan: `今年登记失业率${plan}。` });
  return compare(report, '去年登记', '今年登记', '今年登记失业率比去年高多少？');
}

describe('compareYears', () => {
  it('shows the difference with the figures it is made of', () => {
    expect(compare(REPORT, '同比增长6.2%', '增长6.5%', '今年地区生产总值增速比去年高多少？')).toBe(
      '高0.3个百分点（6.5% − 6.2%，由下面两处算出）。',
    );
  });

  it.each([
    ['去年登记失业率比今年目标高多少？', '低0.5个百分点（4% − 4.5%，由下面两处算出）。'],
    ['今年登记失业率目标比去年高多少？', '高0.5个百分点（4.5% − 4%，由下面两处算出）。'],
  ])('takes the first from the second as it is asked: %s', (question, expected) => {
    const report = countyReport({ review: '去年登记失业率4%。', plan: '今年登记失业率4.5%。' });
    expect(compare(report, '去年登记', '今年登记', question)).toBe(expected);
  });

  it('compares nothing with a year that is not asked for', () => {
    const report = countyReport({
      review: '去年登记失业率4%。',
      plan: '“十五五”时期登记失业率4.5%。',
    });
    const question = '2023年登记失业率比2010年高多少？';
    expect(compare(report, '去年登记', '十五五', question)).toBeNull();
  });

  it('compares no year with what five came to', () => {
    const report = countyReport({
      review: '五年来，易地搬迁830人。',
      plan: '今年易地搬迁280人。',
    });
    expect(compare(report, '830', '280', '今年易地搬迁比去年多多少？')).toBeNull();
  });

  it('takes no other figure where the one that is asked about is bounded', () => {
    const report = countyReport({
      review: '去年工业增加值增长13%。',
      plan: '今年工业增加值增长10%以上，高新产业占比达55%。',
    });
    expect(compare(report, '去年工业', '今年工业', '今年工业增加值增速比去年高多少？')).toBeNull();
  });

  it('compares no growth with a share', () => {
    const report = countyReport({
      review: '去年工业增加值增长13%。',
      plan: '今年工业增加值增长10%以上，高新产业增加值占工业增加值比重达55%。',
    });
    expect(compare(report, '去年工业', '今年工业', '今年工业增加值的增速比去年高还是低？')).toBeNull();
  });

  it('takes what was before for no figure of now', () => {
    expect(compareWords('由3%降至4%', '4.5%')).toBe('高0.5个百分点（4.5% − 4%，由下面两处算出）。');
  });

  it('gives no difference where only one year is asked about', () => {
    expect(compare(REPORT, '同比增长6.2%', '增长6.5%', '地区生产总值涨幅多少？')).toBeNull();
  });

  it.each([
    ['0.3', '3.3%', '3.6%', '高0.3个百分点（3.6% − 3.3%，由下面两处算出）。'],
    ['a long fraction', '2.05%', '3.1%', '高1.05个百分点（3.1% − 2.05%，由下面两处算出）。'],
    ['a fall', '4.1%', '4%', '低0.1个百分点（4% − 4.1%，由下面两处算出）。'],
    ['a forecast', '预计4%', '4.5%', '高0.5个百分点（4.5% − 4%，由下面两处算出）。'],
    ['no change', '4%', '4%', '一样，没有变化（4% − 4%，由下面两处算出）。'],
  ])('is exact to the last digit: %s', (_, review, plan, expected) => {
    expect(compareWords(review, plan)).toBe(expected);
  });

  it.each(['控制在4.5%以内', '4.5%以上', '不高于4.5%', '约4.5%', '超4.5%', '逾4.5%', '不足4.5%', '力争4.5%'])(
    'gives no difference with the bound %s',
    (plan) => {
      expect(compareWords('4%', plan)).toBeNull();
    },
  );

  it('gives no difference with a figure that is striven for by the head of its sentence', () => {
    const question = '今年利用外资比去年多多少？';
    expect(compare(REPORT, '实际利用外资', '外资1500万美元', question)).toBeNull();
  });

  it('subtracts the planned year from the reviewed one whichever comes first', () => {
    const question = ask('今年地区生产总值增速比去年高多少？');
    const picks = [judge(REPORT, '增长6.5%', question), judge(REPORT, '同比增长6.2%', question)] as const;
    expect(compareYears(question, picks)).toMatch(/^高0\.3/u);
  });

  it('takes the figure of the member that is asked about', () => {
    const report = countyReport({ review: '新增就业3万人、输送农民工51万人。', plan: '输送农民工48万人。' });
    expect(compare(report, '新增就业', '48万人', '今年输送农民工比去年多还是少？')).toBe(
      '少3万人（48万人 − 51万人，由下面两处算出）。',
    );
  });

  it('gives none where it cannot be told which of two figures is meant', () => {
    const report = countyReport({
      review: '安排38万元救灾款和74万元重建资金。',
      plan: '安排90万元重建资金。',
    });
    expect(compare(report, '38万元', '90万元', '今年重建资金比去年多多少？')).toBeNull();
  });

  it('gives none where only one year was found, where no difference is asked for, and within one year', () => {
    const question = ask('今年地区生产总值增速比去年高多少？');
    expect(compareYears(question, [judge(REPORT, '增长6.5%', question)])).toBeNull();
    expect(compare(REPORT, '同比增长6.2%', '增长6.5%', '去年和今年地区生产总值怎么样？')).toBeNull();
    expect(compare(REPORT, '81%', '同比增长6.2%', '地区生产总值增速比去年高多少？')).toBeNull();
  });

  it('gives none between figures of different units', () => {
    const report = countyReport({ review: '粮食总产量31万吨。', plan: '粮食总产量增长2%。' });
    expect(compare(report, '31万吨', '2%', '今年粮食总产量比去年多多少？')).toBeNull();
  });

  it('takes the figures of the indicator that is asked about, not those that stand before it', () => {
    const report = countyReport({
      review: '社会消费品零售总额增长12.5%。',
      plan: '地区生产总值增长8.5%，固定资产投资增长10%，社会消费品零售总额增长11%。',
    });
    expect(compare(report, '增长12.5%', '增长8.5%', '今年社会消费品零售总额的增速比去年低多少？')).toBe(
      '低1.5个百分点（11% − 12.5%，由下面两处算出）。',
    );
  });
});
