import { describe, expect, it } from 'vitest';
import { premisePicks } from '../../src/answer/pick-premise.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const REPORT = countyReport({
  review:
    '高标准农田达到48万亩。电商平台外贸涨了27%。外贸总额9亿元，增长6%。文明村总数达到22个。新增就业3600人。全面实现乡乡通公交。小溪等10个乡都通了公路。',
  plan: '依托青石水库打造渔业基地。依托老砖窑厂打造陶艺工坊。建设高标准农田2万亩。支持各乡创建文明村。新增就业3500人。',
});

function picked(text: string, best: string, ...others: string[]): readonly string[] {
  const question = ask(text);
  const [first, ...rest] = [best, ...others].map((part) => judge(REPORT, part, question));
  return first === undefined
    ? []
    : premisePicks(question, first, rest).map(({ quote }) => textOf(REPORT, quote));
}

describe('premisePicks', () => {
  it('holds what is said to be so against what was done', () => {
    expect(picked('高标准农田都58万亩了？', '农田2万亩', '48万亩')).toEqual(['高标准农田达到48万亩']);
    expect(picked('今年打算建高标准农田58万亩？', '农田2万亩', '48万亩')).toEqual(['建设高标准农田2万亩']);
  });

  it('takes a sentence with the kind of figure that is put forward', () => {
    expect(picked('文明村一共有32个，是不是？', '创建文明村', '22个')).toEqual(['文明村总数达到22个']);
  });

  it('shows the other year too where its figure is the one put forward', () => {
    expect(picked('新增就业3500人吧？', '3600人', '3500人')).toEqual(['新增就业3600人', '新增就业3500人']);
  });

  it('denies nothing that another sentence bears out', () => {
    expect(picked('外贸增长6%没错吧？', '27%', '增长6%')).toEqual(['外贸总额9亿元，增长6%']);
  });

  it('denies by what is said of the thing itself before what is said of a part of it', () => {
    expect(picked('外贸增长5%没错吧？', '27%', '增长6%')).toEqual(['外贸总额9亿元，增长6%']);
  });

  it('speaks of what the question names first, not of what else is said of its end', () => {
    const asked = '渔业基地靠的是老砖窑厂吧？';
    expect(picked(asked, '陶艺工坊', '渔业基地')).toEqual(['依托青石水库打造渔业基地']);
  });

  it('holds nothing against what is said of another thing', () => {
    expect(picked('十四个乡都通公交了吧？', '公交', '10个乡')).toEqual(['全面实现乡乡通公交']);
  });

  it('holds what is said of one thing against what the report says of that thing', () => {
    const report = countyReport({ review: '两个乡通了新的高速公路，新增里程59公里。新增高铁里程8公里。' });
    const question = ask('去年新增高铁59公里，没错吧？');
    const [best, other] = ['59公里', '8公里'].map((part) => judge(report, part, question));
    if (best === undefined || other === undefined) throw new Error('two sentences are read');
    const [first] = premisePicks(question, best, [other]);
    expect(textOf(report, first.quote)).toBe('新增高铁里程8公里');
  });

  it('takes the place that the report is of for no name of what is spoken of', () => {
    const report = countyReport({ review: '茶园面积13.8万亩，“云溪云雾”获登记。毛竹林面积52万亩。' });
    const question = ask('云溪的毛竹林是13.8万亩，对吗');
    const [best, other] = ['茶园', '毛竹林'].map((part) => judge(report, part, question));
    if (best === undefined || other === undefined) throw new Error('two sentences are read');
    const [first] = premisePicks(question, best, [other]);
    expect(textOf(report, first.quote)).toBe('毛竹林面积52万亩');
  });

  it('speaks of the year that is named before several years around it', () => {
    const report = countyReport({ review: '近三年累计，新增就业9000人。新增就业3600人。' });
    const question = ask('去年新增就业9000人，没错吧？');
    const [best, other] = ['9000人', '3600人'].map((part) => judge(report, part, question));
    if (best === undefined || other === undefined) throw new Error('two sentences are read');
    expect(premisePicks(question, best, [other]).map(({ quote }) => textOf(report, quote))).toEqual([
      '新增就业3600人',
    ]);
  });

  it('leaves the best where nothing is put forward', () => {
    expect(picked('有没有文明村？', '创建文明村', '22个')).toEqual(['支持各乡创建文明村']);
  });
});
