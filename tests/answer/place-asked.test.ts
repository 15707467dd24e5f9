import { describe, expect, it } from 'vitest';
import { asksWhere, asksWhichPlaces, namesPlace } from '../../src/answer/place-asked.ts';
import { ask } from './make-reading.ts';

describe('asksWhere', () => {
  it.each([
    '丰收节是在咱省哪个市办的',
    '基地在哪几个城市',
    '早餐在哪几个点领',
    '项目落户哪个县',
    '桥修在哪里',
    '湖滨路修到哪条路为止',
    '体育馆落在哪块地',
  ])('by %s', (text) => {
    expect(asksWhere(ask(text))).toBe(true);
  });

  it.each([
    '全省哪个市增速最快',
    '修了哪几条路',
    '修到哪一步了',
    '民生摆在什么位置',
    '卖车的钱去哪儿了',
    '信贷往哪里投',
    '下一步的重点在哪',
    '专项资金能用在哪些地方',
  ])('not by %s', (text) => {
    expect(asksWhere(ask(text))).toBe(false);
  });
});

describe('asksWhichPlaces', () => {
  it.each(['试点选了哪几个市', '新评上的是哪几个地方', '哪个县得了奖', '跟哪些国家签了约', '是哪16个县'])(
    'by %s',
    (text) => {
      expect(asksWhichPlaces(ask(text))).toBe(true);
    },
  );

  it.each([
    '哪些城市更新项目开工了',
    '培育哪些国家级企业',
    '要规范哪几个市场',
    '重点盯哪些地方',
    '哪几个区域',
    '专项资金能用在哪些地方',
  ])('not by %s', (text) => {
    expect(asksWhichPlaces(ask(text))).toBe(false);
  });
});

describe('namesPlace', () => {
  it('not by a kind of city', () => {
    const asked = ask('更新片区在哪些市');
    expect(namesPlace(asked, '推进30个城市更新片区建设', new Set())).toBe(false);
    expect(namesPlace(asked, '建设国家中心城市', new Set())).toBe(false);
    expect(namesPlace(asked, '推进聊城市更新', new Set())).toBe(true);
  });

  const names = (asked: string, text: string) => namesPlace(ask(asked), text, new Set());

  it.each([
    ['湖滨大道修到哪条路为止', '延伸湖滨大道'],
    ['湖滨大道修到哪条路为止', '湖滨大道征地完成，白鹭区补偿到位'],
    ['公厕建在哪个村', '新建公厕3座'],
    ['力量放在哪里', '力量向基层下沉'],
    ['供货中心建在哪条路', '打通“网上丝绸之路”，开工一带一路供货中心'],
    ['水库在哪个县', '加快打造县域经济增长点'],
    ['基地落户哪个城市', '支持学校、企业共建区域中心，培育乡村工匠'],
    ['自由港放在哪个省', '推广自贸试验区经验，建设自由贸易港'],
  ])('is false where only what is asked about is named: %s', (asked, text) => {
    expect(names(asked, text)).toBe(false);
  });

  it.each([
    ['湖滨大道修到哪条路为止', '湖滨大道延伸至友爱路'],
    ['示范带放在哪几个乡镇', '在马集、柳园、沙岗3个乡镇建设示范带'],
    ['公厕建在哪个村', '在长岭村新建公厕'],
    ['力量要往哪儿放', '力量向基层下沉'],
    ['走廊连的是哪几个省', '建设晋冀走廊'],
  ])('is true where another is named: %s', (asked, text) => {
    expect(names(asked, text)).toBe(true);
  });
});
