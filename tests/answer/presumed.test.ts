import { describe, expect, it } from 'vitest';
import { presumed } from '../../src/answer/presumed.ts';

describe('presumed', () => {
  it.each([
    ['去年粮食才收20万吨，为啥这么少', '去年粮食才收20万吨，是吗'],
    ['今年增长目标既然定在6%，那靠什么实现', '今年增长目标定在6%，是吗'],
    ['粮食为什么只收了20万吨？', '粮食只收了20万吨，是吗'],
    ['听说公园就修了2座，怎么回事', '公园就修了2座，是吗'],
  ])('puts what is taken to be so as a question: %s', (text, expected) => {
    expect(presumed(text)).toBe(expected);
  });

  it.each(['去年粮食为什么减产', '粮食收了20万吨，对吗', '三大工程为什么要建', '去年粮食产量多少'])(
    'presumes no figure: %s',
    (text) => {
      expect(presumed(text)).toBeNull();
    },
  );
});
