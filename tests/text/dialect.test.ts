import { describe, expect, it } from 'vitest';
import { standardise } from '../../src/text/dialect.ts';

describe('standardise', () => {
  it.each([
    ['咋修的路', '怎么修的路'],
    ['咋样了', '怎么样了'],
    ['报告谁做的', '报告是谁作的'],
    ['为啥没修', '为什么没修'],
    ['干啥用', '干什么用'],
    ['啥子时候修', '什么时候修'],
    ['哪嘎达盖学校', '哪里盖学校'],
    ['几多间学校', '多少间学校'],
    ['旧年收入', '去年收入'],
    ['喺边度', '在哪里'],
    ['边个负责', '哪个负责'],
    ['有冇修桥', '有没有修桥'],
    ['系唔系修咗桥', '是不是修了桥'],
    ['点解唔修', '为什么不修'],
    ['点样修', '怎么样修'],
    ['修桥花了好多钱', '修桥花了多少钱'],
    ['能多出来多少个饭碗', '能多出来多少个就业岗位'],
  ])('turns %s into %s', (spoken, standard) => {
    expect(standardise(spoken)).toBe(standard);
  });

  it.each([
    '重点解决哪些难题',
    '观点解读',
    '堵点解除',
    '试点样板有几个',
    '周边度假区',
    '周边个体户',
    '老旧年久失修的房子',
    '陈旧年代的厂房',
    '茶几多少钱一张',
    '令人咋舌',
    '中国人的饭碗',
    '',
  ])('leaves the written words of “%s” alone', (text) => {
    expect(standardise(text)).toBe(text);
  });
});
