import { describe, expect, it } from 'vitest';
import { lackingPerson } from '../../src/answer/lacking-person.ts';

describe('lackingPerson', () => {
  it.each([
    ['那部电影导演是谁', '电影《山里人》引发热烈反响'],
    ['谁是那出戏的编剧', '大戏《桥》荣获大奖'],
    ['那首歌是谁唱的', '歌曲《白鹭》入选'],
    ['马拉松谁得了冠军', '成功举办首届马拉松'],
    ['去年考核谁排第一', '在全市考核中位列第二'],
    ['球赛最后谁赢了', '举办乡村球赛60场'],
    ['那笔基金由谁来管', '设立2亿元产业基金，其中县财政出资1亿元'],
    ['副县长是谁', '县长沈岚'],
  ])('“%s” is not told by “%s”', (asked, told) => {
    expect(lackingPerson(asked, told)).not.toBeNull();
  });

  it.each([
    ['那部电影导演是谁', '青年导演沈岚的电影引发反响'],
    ['那首歌是谁唱的', '沈岚演唱的歌曲《白鹭》入选'],
    ['那首歌是谁写的', '沈岚创作的歌曲《白鹭》入选'],
    ['马拉松谁得了冠军', '沈岚夺得马拉松金牌'],
    ['国家把谁摆第一位', '坚持把人民放在优先位置'],
    ['那笔基金由谁来管', '设立2亿元产业基金，由县城投公司运营'],
    ['谁上了好人榜', '村民沈岚荣登好人榜'],
    ['县长是谁', '县长沈岚'],
  ])('“%s” may be told by “%s”', (asked, told) => {
    expect(lackingPerson(asked, told)).toBeNull();
  });
});
