import { describe, expect, it } from 'vitest';
import { bothYears } from '../../../../src/channels/web/reader/both-years.ts';
import { fixtureReport } from '../../../evaluation/fixture-report.ts';

/** Name, result and target of each pair, over a report of one sentence or more a year. */
function pairs(reviewed: string, planned: string): readonly (readonly string[])[] {
  const report = fixtureReport(`一、2017年工作回顾\n${reviewed}\n二、2018年工作安排\n${planned}\n`);
  const words = ({ start, end }: { readonly start: number; readonly end: number }) =>
    report.text.slice(start, end);
  return bothYears(report).map(({ name, result, target }) => [name, words(result), words(target)]);
}

describe('what a report says of both years', () => {
  it('is the same indicator in clauses of each, with the clauses that lean on it', () => {
    expect(
      pairs(
        '预计全年实现地区生产总值120.5亿元，同比增长8%；一般公共预算收入完成6.2亿元，同比增长10.5%，均居全市前列。',
        '主要指标方面，地区生产总值增长8.5%左右，力争一般公共预算收入增长9%以上。',
      ),
    ).toEqual([
      ['地区生产总值', '预计全年实现地区生产总值120.5亿元，同比增长8%', '地区生产总值增长8.5%左右'],
      ['一般公共预算收入', '一般公共预算收入完成6.2亿元，同比增长10.5%', '力争一般公共预算收入增长9%以上'],
    ]);
  });

  it('may be a target in words', () => {
    expect(pairs('居民人均可支配收入增长8%。', '居民人均可支配收入实现与经济增长同步。')).toHaveLength(1);
    expect(pairs('外贸进出口总值12亿元。', '外贸进出口总值稳步增长。')).toHaveLength(1);
  });

  it.each([
    ['another indicator that ends alike', '工业固定资产投资增长12%。', '固定资产投资增长10%。'],
    ['the share of an indicator and the indicator', '服务业增加值占GDP比重超过50%。', '服务业增加值增长9%。'],
    ['a part without its whole', '农业发展加快，增加值增长3%。', '工业提速，增加值增长9%。'],
    ['what was done, not an indicator', '重点项目完成投资65亿元。', '重点项目达到50个。'],
    ['no figure of the year reviewed', '固定资产投资稳步增长。', '固定资产投资增长10%。'],
    ['nothing of the year planned', '固定资产投资增长12%。', '加快固定资产投资。'],
    ['a year that is named', '2015年城镇新增就业8000人。', '城镇新增就业1万人。'],
    ['part of a year', '上半年城镇新增就业8000人。', '城镇新增就业1万人。'],
  ])('is not %s', (_name, reviewed, planned) => {
    expect(pairs(reviewed, planned)).toEqual([]);
  });

  it('is left out where the report says it twice and not the same', () => {
    const planned = '固定资产投资增长10%。';
    expect(pairs('固定资产投资增长12%。全社会共抓，固定资产投资增长9%。', planned)).toEqual([]);
    expect(pairs('固定资产投资增长12%。项目见效，固定资产投资增长12%。', planned)).toHaveLength(1);
  });

  it('needs a report that plans one year and reviews one', () => {
    const report = fixtureReport();
    expect(bothYears(report)).toHaveLength(2);
    expect(bothYears({ ...report, facts: { ...report.facts, yearReviewed: null } })).toEqual([]);
    expect(bothYears({ ...report, facts: { ...report.facts, yearPlanned: 2030 } })).toEqual([]);
  });
});
