import { describe, expect, it } from 'vitest';
import { isAbuse } from '../../src/question/recognise-abuse.ts';
import { normalise } from '../../src/text/normalise.ts';

describe('isAbuse', () => {
  it.each([
    '你这个笨蛋',
    '滚',
    '傻子，什么都不会！',
    '垃圾机器人',
    '你咋这么笨，答非所问',
    'stupid bot',
    'you are so useless',
    'Shut up, idiot!',
  ])('knows %s', (text) => {
    expect(isAbuse(normalise(text))).toBe(true);
  });

  it.each([
    ['asks all the same', '你个笨蛋，去年财政收入多少'],
    ['speaks of refuse', '垃圾分类怎么搞的'],
    ['speaks of a sheet of accounts', '报表滚动更新没有'],
    ['speaks of the ill', '精神病院建了没'],
    ['speaks of roads', '破路修了几条'],
    ['is a story', `你这机器人真笨，${'我家门口那条路坏了好几年了也没人来修，'.repeat(3)}`],
    ['asks in English', 'stupid question, how many schools were built'],
    ['is polite', '谢谢你'],
  ])('leaves what %s', (_, text) => {
    expect(isAbuse(normalise(text))).toBe(false);
  });
});
