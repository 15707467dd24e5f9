import { describe, expect, it } from 'vitest';
import { readAskedKind } from '../../src/question/read-asked-kind.ts';
import { speaksOfThings } from '../../src/question/speaks-of-things.ts';

const speaks = (text: string) => speaksOfThings({ text, asks: readAskedKind(text) });

describe('speaksOfThings', () => {
  it.each([
    '异地看病能直接报销吗',
    '进口车会便宜吗',
    '个人信息被卖怎么办',
    '分院搬到哪里',
    '心理咨询',
    '社区食堂老人吃饭',
  ])('is so of a question that anybody could ask: %s', (text) => {
    expect(speaks(text)).toBe(true);
  });

  it.each([
    ['the asker', '我妈的药能报销吗'],
    ['what is to be done for somebody', '帮忙登记一下行不行'],
    ['somebody left alone', '张庄老人没人照顾'],
    ['an official', '区长能转正吗'],
    ['what is judged', '修这座楼值得吗'],
    ['the report itself', '这报告能当真吗'],
    ['a story', '备案忘了做,回来能报吗'],
    ['praise', '红旗区真好'],
    ['how much or how long', '失业金能领多久'],
    ['how', '公租房怎么申请'],
  ])('is not of %s: %s', (_, text) => {
    expect(speaks(text)).toBe(false);
  });
});
