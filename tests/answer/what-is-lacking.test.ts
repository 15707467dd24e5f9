import { describe, expect, it } from 'vitest';
import { whatIsLacking } from '../../src/answer/what-is-lacking.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review:
    '推进白鹭水电站一期。6月建成县体育馆。地区生产总值增速居全市第二位。工业总产值居全市第三位。民间投资增加超40亿元。电商销售额12亿元。',
  plan: '青石公园交付使用。',
});
const lacking = (part: string, text: string) => whatIsLacking(ask(text), judge(report, part, ask(text)));

describe('whatIsLacking', () => {
  it.each([
    ['a time', '白鹭水电站', '白鹭水电站一期什么时候发电'],
    ['a month', '白鹭水电站', '白鹭水电站一期几月开工'],
    ['another month than the one named', '县体育馆', '县体育馆是不是8月建成的'],
    ['the rank of the level', '第二位', '地区生产总值总量排全市第几'],
    ['the level', '40亿元', '民间投资总共是多少亿元'],
  ])('misses %s', (_, part, text) => {
    expect(lacking(part, text)).not.toBeNull();
  });

  it.each([
    ['a month', '县体育馆', '县体育馆几月建成的'],
    ['the time of an event that the sentence tells of', '青石公园', '青石公园什么时候交付使用'],
    ['the rank of the rate', '第二位', '地区生产总值增速排全市第几'],
    ['the rank of the level', '第三位', '工业总产值总量排全市第几'],
    ['the increase', '40亿元', '民间投资增加了多少亿元'],
    ['the level', '12亿元', '电商销售额是多少亿元'],
  ])('finds %s', (_, part, text) => {
    expect(lacking(part, text)).toBeNull();
  });
});
