import { describe, expect, it } from 'vitest';
import { lackingNames } from '../../src/answer/lacking-names.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review:
    '两所中学实现升格，5所小学完工。甲厂等5家企业通过认定。乙厂、丙厂等4家企业上市。“两改”工作稳步推进。湖滨、城东两个片区开工。完善县乡两级养老体系。改革开始在8个县（市）试点。清风县和明月县试点。总量超50亿元的县域增至12个。7家地方国企进入500强。',
  plan: '实施三大工程，即修路、造林、清河。建设6个公园。开通3条公交新线、新增里程30公里。新开山北线、湖滨线2条公交新线。',
});
const lacking = (part: string, text: string) =>
  lackingNames(ask(text), judge(report, part, ask(text)).reading);

describe('lackingNames', () => {
  it.each([
    ['the names of what is only counted', '升格', '升格的两所中学叫什么名字'],
    ['the others beside the one that is named', '甲厂', '除了甲厂,另外四家企业叫什么'],
    ['the two that a name counts', '两改', '“两改”改的是哪两样'],
    ['which counties, where only their number stands', '改革', '改革试点的是哪几个县'],
    ['which counties, their number behind them', '县域', '总量过50亿元的县是哪几个'],
    ['how the firms are called, of which only the number stands', '500强', '进入500强的国企叫什么名字'],
    ['which lines, a distance beside their number', '3条公交', '新开的公交线是哪几条'],
    ['which six', '公园', '要建的6个公园都叫什么'],
  ])('misses %s', (_, part, text) => {
    expect(lacking(part, text)).not.toBeNull();
  });

  it.each([
    ['a row', '丙厂', '哪4家企业上市了'],
    ['a row after the count', '三大工程', '三大工程是哪三个'],
    ['a row before the count', '片区', '开工的是哪两个片区'],
    ['the first of several', '甲厂', '哪5家企业通过了认定'],
    ['another named beside', '丙厂', '除了乙厂,还有哪家企业上市'],
    ['names that are one character each', '养老体系', '养老体系有哪两级'],
    ['names without their number', '明月', '试点的是哪几个县'],
    ['how a firm is called', '丙厂', '上市的企业都叫什么'],
    ['lines in a row', '湖滨线', '新开的公交线是哪几条'],
    ['no names', '升格', '升格了几所中学'],
    ['a month', '片区', '哪两个月开工的'],
  ])('is content with %s', (_, part, text) => {
    expect(lacking(part, text)).toBeNull();
  });
});
