import { describe, expect, it } from 'vitest';
import { doubts, withoutHearsay } from '../../src/question/hearsay.ts';

describe('withoutHearsay', () => {
  it.each([
    ['听人说去年优良天数有255天,真的假的', '去年优良天数有255天,对吗'],
    ['听老王讲优良天数255天?真的还是假的?', '优良天数255天,对吗'],
    ['网上说去年财政收入增长12%,靠谱不', '去年财政收入增长12%,对吗'],
    ['我记得去年建了29座,没记错吧', '去年建了29座,对吗'],
    ['同事跟我说去年产值180亿,我没听错吧', '去年产值180亿,对吗'],
    ['我听邻居说桥去年建了4座,有没有这回事', '桥去年建了4座,对吗'],
    ['去年优良天数有215天,这话准不准', '去年优良天数有215天,对吗'],
    ['优良天数255天,这数对得上吗', '优良天数255天,对吗'],
    ['新闻里讲今年要新增就业2万人,可信吗', '今年要新增就业2万人,对吗'],
    ['去年优良天数255天,是谣言吧', '去年优良天数255天,对吗'],
    ['听说要修地铁,真的吗', '要修地铁,对吗'],
  ])('asks whether it is so: %s', (text, expected) => {
    expect(withoutHearsay(text)).toBe(expected);
  });

  it.each([
    '真的假的',
    '听说今年要修桥,修在哪',
    '去年优良天数多少天?是真的吗',
    '今年目标8.5%靠谱吗',
    '去年的数据是不是假的',
    '打假工作做了吗',
    '数据准确率是多少',
  ])('leaves what puts nothing forward: %s', (text) => {
    expect(withoutHearsay(text)).toBe(text);
  });

  it.each([
    ['优良天数255天,是谣言吧', true],
    ['人家都传优良天数255天,是不是瞎说', true],
    ['优良天数255天,真的假的', false],
    ['优良天数255天,没记错吧', false],
  ])('knows what is doubted: %s', (text, expected) => {
    expect(doubts(text)).toBe(expected);
  });
});
