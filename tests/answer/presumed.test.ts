import { describe, expect, it } from 'vitest';
import { presumed } from '../../src/answer/presumed.ts';

describe('presumed', () => {
  it.each([
    ['去年粮食才收20万吨，为啥这么少', '去年粮食才收20万吨，是吗'],
    ['今年增长目标既然定在6%，那靠什么实现', '今年增长目标定在6%，是吗'],
    ['粮食为什么只收了20万吨？', '粮食只收了20万吨，是吗'],
    ['今年收入目标增长5%，会不会定高了', '今年收入目标增长5%，是吗'],
    ['引水工程整整修了3年，是不是太慢了点', '引水工程整整修了3年，是吗'],
    ['民企都占到65%了，去年这个比重是升还是降', '民企都占到65%了，是吗'],
    ['听说公园就修了2座，怎么回事', '公园就修了2座，是吗'],
  ])('puts what is taken to be so as a question: %s', (text, expected) => {
    expect(presumed(text)).toBe(expected);
  });

  it.each([
    '去年粮食为什么减产',
    '粮食收了20万吨，对吗',
    '又是四大又是五篇的，口号是不是太多了点',
    '去年粮食才收20万吨，是吗',
    '我家3口人，低保标准多少',
    '老人都80岁了，高龄津贴一个月多少',
    '我家都欠了5万元了，低保标准多少',
    '粮食收了20万吨，是不是第一',
    '三大工程为什么要建',
    '去年粮食产量多少',
  ])('presumes no figure: %s', (text) => {
    expect(presumed(text)).toBeNull();
  });
});
