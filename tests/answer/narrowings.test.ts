import { describe, expect, it } from 'vitest';
import { missingNarrowing } from '../../src/answer/narrowings.ts';
import type { YearFrame } from '../../src/domain/report.ts';

const YEAR: YearFrame = { from: 2023, to: 2023, role: 'review' };
const FIVE_YEARS: YearFrame = { from: 2019, to: 2023, role: 'review' };

describe('missingNarrowing', () => {
  it.each([
    ['人均地区生产总值是多少', '地区生产总值86.4亿元'],
    ['人均GDP是多少', '居民人均可支配收入增长8%'],
    ['青年失业率多少', '城镇调查失业率4.6%'],
    ['每个低保对象领了多少钱', '发放低保资金920万元'],
    ['地区生产总值年均增长多少', '地区生产总值增长6.2%'],
    ['近三年一共新增就业多少人', '城镇新增就业3600人'],
    ['累计修路多少公里', '新建道路12公里'],
    ['低保一个月发多少钱', '发放低保资金920万元'],
    ['低保标准是多少', '低保对象1955人，发放低保资金738万元'],
    ['房价涨了多少', '居民消费价格上涨2%'],
    ['农民收入增长多少', '居民人均可支配收入增长8%'],
    ['城镇居民收入增长多少', '居民人均可支配收入增长8%'],
    ['出口目标是多少', '进出口总额增长5%'],
    ['优良天数比上年多多少天', '优良天数215天，超过目标26天'],
  ])('“%s” is not told by “%s”', (asked, quoted) => {
    expect(missingNarrowing(asked, quoted, YEAR)).not.toBeNull();
  });

  it.each([
    ['人均收入增长多少', '居民人均可支配收入增长8%'],
    ['人均GDP是多少', '人均地区生产总值达12万元'],
    ['低保标准是多少', '低保标准提高到每月700元'],
    ['三年一共给多少个亿', '三年安排450亿元'],
    ['养老金标准是多少', '基础养老金提高到每人每月163元'],
    ['养娃每个月补多少', '育儿家庭多了300元补贴'],
    ['累计修路多少公里', '累计新建道路12公里'],
    ['低保每月多少钱', '低保标准每人每月620元'],
    ['房价涨了多少', '新房价格下降3%'],
    ['农民收入增长多少', '农村居民收入增长9%'],
    ['城镇居民收入增长多少', '城乡居民收入分别增长7%、9%'],
    ['出口目标是多少', '外贸出口突破3亿元'],
    ['地区生产总值平均每年增长多少', '地区生产总值年均增长5%'],
    ['进出口增长多少', '进出口总额增长5%'],
    ['优良天数比上年多多少天', '优良天数同比增加7天'],
    ['地区生产总值多少', '地区生产总值86.4亿元'],
  ])('“%s” is told by “%s”', (asked, quoted) => {
    expect(missingNarrowing(asked, quoted, YEAR)).toBeNull();
  });

  it('takes what is said of several years for their total', () => {
    expect(missingNarrowing('五年来一共新增就业多少人', '新增就业1.8万人', FIVE_YEARS)).toBeNull();
  });
});
