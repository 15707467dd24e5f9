import { describe, expect, it } from 'vitest';
import { ofTheReport } from '../../src/question/of-the-report.ts';

describe('ofTheReport', () => {
  it.each([
    '这份报告是哪个领导念的 啥职务',
    '这报告谁作的',
    '报告是谁念的？什么职务',
    '谁作的这份报告',
    '作报告的人叫啥',
    '念这个报告的领导叫啥名',
    '政府工作报告是谁写的',
  ])('asks who gave it: %s', (text) => {
    expect(ofTheReport(text)).toBe('报告是谁作的');
  });

  it.each(['这是啥时候的报告', '报告是哪天作的', '这份报告什么时候发布的'])('asks when: %s', (text) => {
    expect(ofTheReport(text)).toBe('报告是哪天作的');
  });

  it('leaves out whether it is said where it is asked how much', () => {
    expect(ofTheReport('居民收入说没说要涨多少')).toBe('居民收入要涨多少');
    expect(ofTheReport('有没有提到修路要花多少钱')).toBe('修路要花多少钱');
    expect(ofTheReport('说没说要修路')).toBe('说没说要修路');
  });

  it.each([
    '报告里谁获奖了',
    '报告说谁来管养老',
    '报告提到哪些人作了贡献',
    '去年的报告说什么时候通车',
    '报告里说哪个领导分管招商',
    '报告写了多少字',
    '去年的报告是谁作的',
  ])('leaves other questions: %s', (text) => {
    expect(ofTheReport(text)).toBe(text);
  });
});
