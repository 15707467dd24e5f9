import { describe, expect, it } from 'vitest';
import { askedUnitKind, type UnitKind, unitFit, unitKind } from '../../src/text/unit-kinds.ts';

describe('unitKind', () => {
  it.each<[number: string, unit: string, kind: UnitKind]>([
    ['48', '亿元', 'money'],
    ['3', '万美元', 'money'],
    ['8', '%', 'percent'],
    ['0.4', '个百分点', 'percent'],
    ['2', '倍', 'percent'],
    ['三分之一', '', 'percent'],
    ['百分之五', '', 'percent'],
    ['6', '万人', 'people'],
    ['9', '万人次', 'people'],
    ['12', '名', 'people'],
    ['210', '户', 'households'],
    ['9', '万家庭', 'households'],
    ['12', '枚', 'count'],
    ['15', '天', 'duration'],
    ['3', '个月', 'duration'],
    ['2', '万亩', 'area'],
    ['30', '平方公里', 'area'],
    ['12', '公里', 'length'],
    ['500', '米', 'length'],
    ['40', '万吨', 'weight'],
    ['第3', '位', 'rank'],
    ['第六', '届', 'rank'],
    ['4.2', '亿', 'bulk'],
    ['5', '家', 'count'],
    ['800', '立方米', 'volume'],
    ['300', '床位', 'count'],
    ['900', '学位', 'count'],
    ['7', '万吨公里', 'count'],
    ['7', '', 'none'],
    ['', '', 'none'],
  ])('%s %s is of the kind %s', (number, unit, kind) => {
    expect(unitKind(number, unit)).toBe(kind);
  });
});

describe('unitFit', () => {
  it.each<[asked: UnitKind, kinds: readonly UnitKind[], fit: number]>([
    ['money', ['percent', 'money'], 1],
    ['people', ['bulk'], 1],
    ['percent', ['bulk'], -1],
    ['money', ['percent'], -1],
    ['money', [], -1],
    ['count', ['money'], 0],
    ['count', ['percent'], -1],
    ['count', [], 0],
    ['none', ['money'], 0],
  ])('asked for %s, a sentence with %j scores %d', (asked, kinds, fit) => {
    expect(unitFit(asked, kinds)).toBe(fit);
  });
});

describe('askedUnitKind', () => {
  it('takes what is invested for money', () => {
    expect(askedUnitKind('城建完成了多少投资')).toBe('money');
  });

  it.each<[question: string, kind: UnitKind]>([
    ['修路花了多少钱', 'money'],
    ['一斤油菜籽几块', 'money'],
    ['运动会拿了几块金牌', 'count'],
    ['班列开了多少趟', 'count'],
    ['水利一共几大工程', 'count'],
    ['面向多少岁以上的老人', 'duration'],
    ['房价连涨几个月', 'duration'],
    ['收入增速连续几年快于上年', 'duration'],
    ['城建项目完成投资多少', 'money'],
    ['他们几个修路的花了多少钱', 'money'],
    ['重污染天数下降多少', 'none'],
    ['死亡人数降了多少', 'none'],
    ['上大学的人数要多多少', 'none'],
    ['企业数量涨多少', 'none'],
    ['参保人数是多少', 'people'],
    ['多了多少名额', 'none'],
    ['浓度是多少微克', 'concentration'],
    ['投资多少亿', 'money'],
    ['技改项目安排几个', 'count'],
    ['建县多少周年', 'duration'],
    ['空气好的天数占多少', 'none'],
    ['搞城建花了几十个亿', 'money'],
    ['任务是几千万美元', 'money'],
    ['占财政多大一块', 'percent'],
    ['旅游给财政贡献了多大一块', 'percent'],
    ['整出多大一块地', 'area'],
    ['有几种税，分别降百分之几', 'percent'],
    ['船少等了几个钟头', 'duration'],
    ['是这个数吗', 'none'],
    ['总量到多少万亿了', 'money'],
    ['人均收入多少元', 'money'],
    ['收入增速是多少', 'percent'],
    ['覆盖率达到多少', 'percent'],
    ['比上年提高几个点', 'percent'],
    ['是以前的几倍', 'percent'],
    ['有多少人参加', 'people'],
    ['接待游客多少万人次', 'people'],
    ['招了几个老师', 'people'],
    ['搬迁多少户', 'households'],
    ['优良天气多少天', 'duration'],
    ['花了多少天建好的', 'duration'],
    ['绿化面积多大', 'area'],
    ['公路有多长', 'length'],
    ['粮食产了多少吨', 'weight'],
    ['清出来多少方淤泥', 'volume'],
    ['水库能装多少万立方米', 'volume'],
    ['支出涉及几方面', 'none'],
    ['一共缴了多少枪', 'none'],
    ['税缴了多少', 'money'],
    ['全市排第几', 'rank'],
    ['盖了几所学校', 'count'],
    ['什么时候修好', 'none'],
    ['', 'none'],
    ['🙂\0\ud800', 'none'],
  ])('%s asks for %s', (question, kind) => {
    expect(askedUnitKind(question)).toBe(kind);
  });

  it('goes by what is asked with an interrogative before a measure that is only named', () => {
    expect(askedUnitKind('开工面积花了多少钱')).toBe('money');
    expect(askedUnitKind('参保人数增速是多少个百分点')).toBe('percent');
    expect(askedUnitKind('增幅在全省排第几')).toBe('rank');
  });

  it('goes by the first that is asked for', () => {
    expect(askedUnitKind('建了多少公里，花了多少钱')).toBe('length');
  });
});
