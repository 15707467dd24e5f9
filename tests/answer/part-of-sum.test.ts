import { describe, expect, it } from 'vitest';
import { isPartOfSum } from '../../src/answer/part-of-sum.ts';

const SPENDING = '财政用于教育、卫生、科技、文化、体育事业的支出达855亿元，增长12.4%';
const RELIEF = '财政用于洪涝、干旱、地震等救灾救济支出80亿元';
const HOMES = '改造老旧小区、城中村、危旧房2万套';

describe('isPartOfSum', () => {
  it.each([
    ['the last of a row', '去年光在体育上花了多少钱', SPENDING],
    ['the first of a row', '教育支出是多少', SPENDING],
    ['one in the middle', '花在科技上的钱有多少', SPENDING],
    ['the last before what all of them are', '汽车消费券发多少钱', '发放文旅、家电、汽车消费券3000万元'],
    ['the road of one of many counties', '东河新通的那段高速有多长', '东河、西河等10个县通了高速590公里'],
    ['one of three, and no other, of what is no money', '光老旧小区改了多少套', HOMES],
  ])('takes %s for a part', (_, asked, quoted) => {
    expect(isPartOfSum(asked, quoted)).toBe(true);
  });

  it.each([
    ['all of them', '教育卫生科技文化体育一共花了多少钱', SPENDING],
    ['two of a row', '预算内投资和特别国债的钱有多少', '完成任务162项、预算内投资和特别国债资金465亿元'],
    ['what they are together', '又是洪水又是地震，救灾救济花了多少钱', RELIEF],
    ['none of them', '财政支出是多少', SPENDING],
    ['what stands behind all of them', '今年消费券一共发多少钱', '发放文旅、家电、汽车消费券3000万元'],
    ['each with its own figure', '教育支出是多少', '教育、卫生、体育支出分别为3亿元、2亿元、1亿元'],
    ['what is no money', '老旧小区改了多少套', HOMES],
  ])('does not take %s for a part', (_, asked, quoted) => {
    expect(isPartOfSum(asked, quoted)).toBe(false);
  });
});
