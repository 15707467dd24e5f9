import { describe, expect, it } from 'vitest';
import {
  answeringKinds,
  countsInName,
  figureKinds,
  namesMembers,
  namesPlan,
  namesTurn,
  tellingFigures,
  tellsInWords,
  tellsRate,
} from '../../src/answer/figure-kinds.ts';
import type { UnitKind } from '../../src/text/unit-kinds.ts';

describe('tellingFigures', () => {
  it.each<[string, string, string[]]>([
    ['tells how much', '完成投资3.2亿元，增长8%', ['3.2亿元', '8%']],
    ['reads numbers in words', '改造两所学校，占三分之一', ['两所', '三分之一']],
    ['leaves out years of the calendar', '2023年、2024年建成5座', ['5座']],
    ['leaves out 一个', '建成一个中心和12个村', ['12个']],
    ['leaves out a figure inside a quoted name', '开展“十万人一条心”和“3+2”行动，惠及60户', ['60户']],
    ['keeps a figure behind a quotation', '“满意村”评出9个', ['9个']],
    ['keeps a figure behind a mark that is never closed', '评出“满意村9个', ['9个']],
    ['leaves out a number of nothing', '会议室201', []],
    ['leaves out the name of a class', '建设1.2万个亿元以上项目', ['1.2万个']],
    ['keeps a power behind a hedge', '引资上亿元', ['亿元']],
    ['leaves out which congress and meeting', '提请十届全国人大四次会议审议8件', ['8件']],
    ['leaves out for how much something is told', '每增长1个百分点带动120万人', ['120万人']],
    ['reads what changes every year', '每年增长8%，每月提高90元', ['8%', '90元']],
    ['reads a rank', '位居全市第三位', ['第三位']],
  ])('%s', (_, text, expected) => {
    expect(tellingFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('figureKinds', () => {
  it('names the kinds in the order of the figures', () => {
    expect(figureKinds('投入80万元，修路6公里，受益900户2600人，满意率95%，排第二位')).toEqual([
      'money',
      'length',
      'households',
      'people',
      'percent',
      'rank',
    ]);
  });
});

describe('answeringKinds', () => {
  it.each<[string, string, string, UnitKind[]]>([
    ['a rank by its place', '现在排第几', '排名由369位上升到235位', ['rank', 'rank']],
    ['a rank without a measure word', '油茶排第几', '油茶产量居全省第3', ['rank']],
    ['a rank among the first', '茶园面积排第几', '茶园面积均居全省前三', ['rank']],
    ['visits without the people', '服务了多少人次', '服务群众1500万次', ['people']],
    ['people where nobody is ranked', '来了多少人', '引进高层次人才235位', ['people']],
    ['no number of years', '打了多少粮食', '粮食连续五年增产', []],
    ['a number of years that is asked for', '连续多少年增产', '粮食连续五年增产', ['duration']],
    ['a ratio where times are asked for', '差距缩小到几倍', '收入倍差从2.42缩小至2.12', ['percent']],
    ['no rate where times are asked for', '差距缩小到几倍', '收入增长5.4%', []],
    ['a rate where a growth is asked for in times', '外贸涨了几倍', '外贸增长150%', ['percent']],
    ['a change told in words', '收入增长多少', '收入与经济增长同步', ['percent']],
  ])('has %s', (_, text, told, expected) => {
    expect(answeringKinds({ text, raw: text }, told)).toEqual(expected);
  });

  it('has none that is given', () => {
    expect(answeringKinds({ text: '那12家', raw: '那12家' }, '12家招工30人', new Set(['12']))).toEqual([
      'people',
    ]);
  });
});

describe('namesPlan', () => {
  it.each([
    ['普法到第几个五年了', '实施“九五”普法', true],
    ['普法到第几个五年了', '普法成效明显', false],
    ['今年实施第几个普法规划', '实施“九五”普法规划', true],
    ['普法规划到第几个了', '实施“九五”普法规划', true],
    ['修了几条路', '实施“九五”普法', false],
  ])('%s of %s', (question, text, expected) => {
    expect(namesPlan(question, text)).toBe(expected);
  });
});

describe('namesTurn', () => {
  it.each([
    ['修志是第几轮了', '开展全县第三轮修志', true],
    ['修志是第几轮了', '开展全县第三批修志', false],
    ['户籍改革到第几版了', '实施户籍改革3.0版', true],
    ['修了几轮', '开展全县第三轮修志', false],
  ])('%s of %s', (question, text, expected) => {
    expect(namesTurn(question, text)).toBe(expected);
  });
});

describe('namesMembers', () => {
  it.each([
    ['要建的公园有几个', '建成用好东湖、西湖、南湖公园', true],
    ['今年要建几个公园', '建成用好东湖、西湖、南湖公园', true],
    ['卖茶的路子一共有几种', '统筹网上卖茶、上门卖茶、以店卖茶', true],
    ['要建的公园有几个', '建成东湖、西湖、南湖等公园', false],
    ['要建的公园有几个', '建成东湖、西湖公园', false],
    ['今年要建的小学有几所', '推进东湖小学、西湖小学及南湖幼儿园建设', true],
    ['今年要建的工程有几项', '推进东湖小学、西湖小学及南湖幼儿园建设', false],
    ['公园里的厕所有几个', '建成用好东湖、西湖、南湖公园', false],
    ['修了几座公园的厕所', '建成用好东湖、西湖、南湖公园', false],
    ['水库有几座', '建成用好东湖、西湖、南湖公园', false],
    ['要增强的意识一共几个', '不断增强政治意识、大局意识、核心意识，推动发展', true],
    ['要提高的“力”有几个', '不断提高判断力、领悟力、执行力', true],
    ['人力有几个', '不断提高判断力、领悟力、执行力', false],
  ])('%s, told by %s: %s', (question, text, expected) => {
    expect(namesMembers(question, text)).toBe(expected);
  });
});

describe('tellsInWords', () => {
  it.each<[string, UnitKind, string, boolean]>([
    ['健康指标要到什么水平', 'none', '主要指标达到全国中上水平', true],
    ['健康指标要到什么水平', 'none', '提高健康水平', false],
    ['隐患要清到多少', 'none', '重大隐患动态清零', true],
    ['办事最多跑几趟', 'count', '实现“最多跑一次”', true],
    ['医保覆盖率多少', 'percent', '医保实现全覆盖', true],
    ['医保覆盖多少人', 'people', '医保实现全覆盖', false],
    ['隐患有多少', 'none', '重大隐患动态清零', false],
    ['欠的钱能还多少', 'none', '欠款年底前要清偿一半以上', true],
    ['欠的钱能还多少家', 'count', '欠款年底前要清偿一半以上', false],
    ['百姓对环境打多少分', 'none', '环境满意度从84.7提升至89.6', true],
    ['要多少分钟', 'none', '环境满意度从84.7提升至89.6', false],
  ])('%s, asked for %s and told by %s: %s', (question, asked, text, expected) => {
    expect(tellsInWords(question, asked, text)).toBe(expected);
  });
});

describe('countsInName', () => {
  it.each([
    ['干部要练的本领一共几个', '练好“八个本领”', true],
    ['工程有几个', '实施“5大工程”', true],
    ['办的是几家工坊', '开展“千家工坊”行动', true],
    ['“十五五”规划的指标有几项', '衔接“十五五”规划', false],
    ['干部有几个', '练好“八个本领”', false],
    ['本领一共几个', '练好“看家本领”', false],
    ['“不动摇”有几个', '坚持“两个毫不动摇”', true],
    ['要推进几大战略', '统筹推进三大战略', true],
    ['茶文化主题片区有几个', '深化三大茶文化主题片区发展', true],
    ['茶文化片区打造几个', '打造十大精品茶文化片区', true],
    ['“毫不动摇”有几个', '毫不动摇地巩固甲，毫不动摇地支持乙', true],
    ['“毫不动摇”有几个', '毫不动摇地巩固甲', false],
    ['要推进几大工程', '统筹推进三大战略', false],
    ['要推进的战略有几个', '第三大战略区', false],
    ['养茶那个政策一共多少条', '迭代升级“养茶32条”', true],
    ['修路那个政策一共多少条', '迭代升级“养茶32条”', false],
    ['养茶那个政策补多少元', '迭代升级“养茶32条”', false],
    ['医院覆盖几个地市', '医院覆盖七地（市）', true],
    ['医院覆盖几个县', '医院覆盖三县两区', true],
    ['医院覆盖几个县', '第三县医院建成', false],
    ['医院覆盖几个区', '医院覆盖三县', false],
  ])('%s, told by %s: %s', (question, text, expected) => {
    expect(countsInName(question, text)).toBe(expected);
  });
});

describe('tellsRate', () => {
  it.each<[UnitKind, string, boolean]>([
    ['percent', '居民人均收入与经济增长基本同步', true],
    ['none', '进出口总额稳步增长', true],
    ['percent', '进出口总额出现下降，预期目标未能实现', true],
    ['percent', '产值翻一番', true],
    ['none', '事故总量继续下降', true],
    ['money', '进出口总额稳步增长', false],
    ['percent', '持续提升计划生育服务水平', false],
    ['none', '两项工作同步推进', false],
  ])('%s of %s: %s', (asked, text, expected) => {
    expect(tellsRate(asked, text)).toBe(expected);
  });
});
