import { describe, expect, it } from 'vitest';
import { frameLead, frameNote, stateFigure, yearLabel } from '../../src/answer/state-figure.ts';
import { countyReport } from './invented-report.ts';

/** The figure of a report that consists of the quote. */
function state(quote: string): string {
  const report = countyReport({ review: `${quote}。` });
  const start = report.text.indexOf(quote);
  return stateFigure(report, { start, end: start + quote.length });
}

describe('stateFigure', () => {
  it.each([
    ['the figure without its subject', '实际利用外资1200万美元', '1200万美元'],
    ['the figure with its direction', '地区生产总值增长6.5%', '增长6.5%'],
    ['the figure with what leans on it', '完成工业投资9.6亿元，同比增长11%', '9.6亿元，同比增长11%'],
    ['the figure with that it is an average', '沙地面积年均缩减近20公顷', '年均缩减近20公顷'],
    ['the figure with the year after the one planned', '助学金明年将安排2亿元', '明年将安排2亿元'],
    ['for how long running', '新房销售连续13个月正增长', '连续13个月正增长'],
    ['two figures of one clause as they stand', '新建幼儿园5所、小学2所', '新建幼儿园5所、小学2所'],
    ['figures of two subjects as they stand', '新建公园3座，投放公交车9辆', '新建公园3座，投放公交车9辆'],
    ['the figure, and no end of another word as its hedge', '老街片区签约218户', '218户'],
    ['words without a figure as they stand', '建成县体育馆', '建成县体育馆'],
  ])('says %s', (_, quote, expected) => {
    expect(state(quote)).toBe(expected);
  });

  it.each([
    ['预计全年实现地区生产总值86.4亿元，同比增长6.2%', '86.4亿元（预计），同比增长6.2%'],
    ['力争全年到位资金50亿元以上', '50亿元以上（力争）'],
    ['城镇新增就业3500人以上', '3500人以上'],
    ['城镇登记失业率控制在4%以内', '控制在4%以内'],
    ['外贸进出口总额突破8亿元', '突破8亿元'],
    ['惠及居民近900户', '近900户'],
    ['接待游客70多万人次', '70多万人次'],
    ['覆盖人口约占81%', '约占81%'],
    ['登记失业率不到4%', '不到4%'],
    ['单位能耗不足3%', '不足3%'],
    ['接待游客逾70万人次', '逾70万人次'],
    ['惠及居民将近900户', '将近900户'],
    ['帮扶困难家庭上千户', '上千户'],
    ['增速超过全市平均水平2个百分点', '超过全市平均水平2个百分点'],
  ])('keeps the hedges of %s', (quote, expected) => {
    expect(state(quote)).toBe(expected);
  });
});

describe('yearLabel', () => {
  it.each([
    ['2023年', 2023, 2023],
    ['“十四五”时期', 2021, 2025],
    ['2019—2022年', 2019, 2022],
    ['', null, null],
  ])('is %s', (label, from, to) => {
    expect(yearLabel({ role: 'none', from, to })).toBe(label);
  });

  it('names of five years the one that the report knows', () => {
    expect(yearLabel({ role: 'review', from: 2019, to: 2023 })).toBe('到2023年的五年');
    expect(yearLabel({ role: 'plan', from: 2024, to: 2028 })).toBe('2024年起的五年');
  });
});

describe('frameLead', () => {
  it('calls what is planned a target', () => {
    expect(frameLead({ role: 'review', from: 2023, to: 2023 })).toBe('2023年');
    expect(frameLead({ role: 'plan', from: 2024, to: 2024 })).toBe('2024年目标');
    expect(frameLead({ role: 'plan', from: null, to: null })).toBe('');
  });
});

describe('frameNote', () => {
  it('tells what was done from what is planned and what is aimed at', () => {
    expect(frameNote({ role: 'review', from: 2023, to: 2023 }, true)).toBe('这是2023年的完成情况。');
    expect(frameNote({ role: 'plan', from: 2024, to: 2024 }, true)).toBe('这是2024年的目标。');
    expect(frameNote({ role: 'plan', from: 2024, to: 2024 }, false)).toBe('这是2024年的安排。');
  });

  it('says nothing where the years are open', () => {
    expect(frameNote({ role: 'plan', from: null, to: null }, true)).toBe('');
    expect(frameNote({ role: 'none', from: 2023, to: 2023 }, true)).toBe('');
  });
});
