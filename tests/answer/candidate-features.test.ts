import { describe, expect, it } from 'vitest';
import { candidateFeatures, type Features, isAble } from '../../src/answer/candidate-features.ts';
import type { YearFrame } from '../../src/domain/report.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const REVIEW: YearFrame = { role: 'review', from: 2023, to: 2023 };
const FIVE_YEARS: YearFrame = { role: 'review', from: 2019, to: 2023 };
const PLAN: YearFrame = { role: 'plan', from: 2024, to: 2024 };
const OPEN: YearFrame = { role: 'none', from: null, to: null };

/** The features of the sentence that holds `part`, its years replaced where they are given. */
function features(part: string, text: string, frame?: YearFrame): Features {
  const question = ask(text);
  const { reading, quote } = judge(REPORT, part, question);
  const sentence = { ...reading.sentence, frame: frame ?? reading.sentence.frame };
  return candidateFeatures({ ...reading, sentence }, question, quote, 1);
}

describe('the year of a candidate', () => {
  it.each<[string, string, YearFrame, number]>([
    ['fits', '去年新增公交线路多少条', REVIEW, 1],
    ['is another', '今年新增公交线路多少条', REVIEW, -1],
    ['is one of the two asked for', '去年和今年新增公交线路多少条', PLAN, 1],
    ['lies within a longer time whose sum is told', '去年新增公交线路多少条', FIVE_YEARS, -1],
    ['lies within a longer time', '去年公交怎么样', FIVE_YEARS, 0.5],
    ['is open', '去年新增公交线路多少条', OPEN, 0],
    ['is not asked for', '新增公交线路多少条', REVIEW, 0],
    ['is the longer time asked for', '过去五年新增公交线路多少条', FIVE_YEARS, 1],
    [
      'is one year of the longer time asked for, and adds up to no figure of it',
      '过去五年新增公交线路多少条',
      REVIEW,
      -1,
    ],
    ['is one year of the longer time asked for', '过去五年新增了哪些公交线路', REVIEW, 0],
    ['is outside the longer time asked for', '过去五年新增公交线路多少条', PLAN, -1],
    ['is open where a longer time is asked for', '过去五年新增公交线路多少条', OPEN, 0],
  ])('%s: %s', (_, question, frame, expected) => {
    expect(features('公交线路', question, frame).year).toBe(expected);
  });

  it('is the last of a longer time where the sentence tells how far that came', () => {
    expect(features('油茶', '去年油茶种植面积多少万亩', FIVE_YEARS).year).toBe(0.5);
  });

  it('is no longer time whose change is told, whatever another clause says of a level', () => {
    const report = countyReport({ review: '开放取得新突破，外贸额增长53%。' });
    const question = ask('去年外贸额增长多少');
    const { reading, quote } = judge(report, '外贸', question);
    const sentence = { ...reading.sentence, frame: FIVE_YEARS };
    expect(candidateFeatures({ ...reading, sentence }, question, quote, 1).year).toBe(-1);
  });

  it('is last year where a clause begins with it, and not what is taken from last year', () => {
    const report = countyReport({
      plan: '四年年均超收20亿元，其中去年超收25亿元。今年从去年结余中安排5亿元。',
    });
    const question = ask('去年超收多少');
    expect(judge(report, '25亿', question).features.year).toBe(1);
    expect(judge(report, '结余', question).features.year).not.toBe(1);
  });

  it('is this year, too, of what one of several things done last year was put off to', () => {
    const report = countyReport({ review: '三件实事完成两件，公园顺延至今年6月完成。' });
    expect(judge(report, '公园', ask('去年公园完成了吗')).features.year).toBe(1);
    expect(judge(report, '公园', ask('今年公园几月完成')).features.year).toBe(1);
  });

  it('is the one before, too, where the quote tells from where a figure came', () => {
    const report = countyReport({ plan: '助学支出由上年3亿元增加到5亿元。护岸由3公里增加到5公里。' });
    const yearOf = (part: string, text: string) => judge(report, part, ask(text)).features.year;
    expect(yearOf('助学', '去年助学支出多少')).toBe(1);
    expect(yearOf('助学', '前年助学支出多少')).toBe(-1);
    expect(yearOf('护岸', '去年护岸多少公里')).toBe(-1);
    const risen = countyReport({ review: '居民人均收入从2万元增长到3万元。' });
    const question = ask('2018年居民人均收入多少');
    const { reading, quote } = judge(risen, '人均', question);
    const sentence = { ...reading.sentence, frame: FIVE_YEARS };
    expect(candidateFeatures({ ...reading, sentence }, question, quote, 1).year).toBe(1);
  });

  it('is the next one, too, where the sentence tells of both', () => {
    const report = countyReport({ plan: '今明两年继续提高养老金。' });
    const question = ask('明年养老金还涨吗');
    expect(judge(report, '今明两年', question).features.year).toBe(1);
    expect(judge(report, '今明两年', ask('后年养老金还涨吗')).features.year).toBe(-1);
  });

  it('is also the one the sentence names', () => {
    expect(features('2024年1月9日', '2024年的会议开了多少天', REVIEW).year).toBe(1);
  });
});

describe('the figure of a candidate', () => {
  it('is how long something is by its name, and a class of water', () => {
    const report = countyReport({ review: '打造“10分钟读书圈”。云湖水质保持在Ⅲ类。' });
    const unitOf = (part: string, text: string) => judge(report, part, ask(text)).features.unit;
    expect(unitOf('读书圈', '读书圈是多少分钟的')).toBe(1);
    expect(unitOf('读书圈', '健身圈是多少分钟的')).toBe(-1);
    expect(judge(report, '水质', ask('云湖水质几类')).able).toBe(true);
  });

  it('is a rank where it is the first of its kind', () => {
    const question = ask('云溪书会是全省第几个');
    const report = countyReport({ review: '云溪书会成为全省首个农民书会。', plan: '' });
    expect(judge(report, '云溪书会', question).features).toMatchObject({ figure: 1, unit: 1 });
    const most = countyReport({ review: '书会数量全国城市最多。书会办得最好。' });
    const unitOf = (part: string) => judge(most, part, ask('书会数量全国第几')).features.unit;
    expect(unitOf('数量')).toBe(1);
    expect(unitOf('最好')).toBe(-1);
  });

  it('is no number of years unless years are asked for', () => {
    const report = countyReport({ review: '水质连续五年稳定达标。' });
    const figure = (text: string) => judge(report, '水质', ask(text)).features.figure;
    expect(figure('水质达标率多少')).toBe(-1);
    expect(figure('水质达标多少年了')).toBe(1);
  });

  it.each([
    ['a figure of the kind asked for', '铺设燃气管网', '铺设燃气管网多少公里', 1, 1],
    ['a figure of another kind', '铺设燃气管网', '铺设燃气管网花了多少钱', 1, -1],
    ['no figure', '携手前行', '携手前行多少公里', -1, -1],
    ['a figure where the kind is left open', '铺设燃气管网', '铺设燃气管网多少', 1, 0],
    ['a figure where none is asked for', '铺设燃气管网', '铺设燃气管网的情况', 0, 0],
  ])('is told for %s', (_, part, question, figure, unit) => {
    expect(features(part, question)).toMatchObject({ figure, unit });
  });
});

describe('the words of a candidate', () => {
  it('are met where they stand in it', () => {
    expect(features('口袋公园', '口袋公园')).toMatchObject({ covered: 1, met: 1, weakest: 1 });
    expect(features('口袋公园', '航天发射')).toMatchObject({ covered: 0, met: 0, weakest: 0 });
  });

  it('are covered by its headings too', () => {
    expect(features('公交车35辆', '城乡面貌').covered).toBe(1);
  });
});

describe('isAble', () => {
  const ABLE = features('口袋公园', '去年新建口袋公园多少座');

  it.each(['year', 'figure', 'unit'] as const)('is false where the %s is another', (name) => {
    expect(isAble(ABLE)).toBe(true);
    expect(isAble({ ...ABLE, [name]: 0 })).toBe(true);
    expect(isAble({ ...ABLE, [name]: -1 })).toBe(false);
  });
});
