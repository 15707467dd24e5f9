import { describe, expect, it } from 'vitest';
import {
  baseYear,
  dateIn,
  fiveYearPlan,
  fiveYearPlansIn,
  relativeYearsIn,
  yearsIn,
} from '../../src/text/years.ts';

describe('yearsIn', () => {
  it.each([
    ['2017年全区完成投资48亿元', ['2017年 2017–2017']],
    ['二〇一七年', ['二〇一七年 2017–2017']],
    ['二零一七年', ['二零一七年 2017–2017']],
    ['二○二六年一月', ['二○二六年 2026–2026']],
    ['一九九八年抗洪', ['一九九八年 1998–1998']],
    ['２０１８年', ['２０１８年 2018–2018']],
    ['2021—2025年', ['2021—2025年 2021–2025']],
    ['2003年到 2007年', ['2003年到 2007年 2003–2007']],
    ['2016、17年', ['2016、17年 2016–2017']],
    ['2017年和2018年', ['2017年和2018年 2017–2018']],
    ['到2020年，比2015年增长', ['2020年 2020–2020', '2015年 2015–2015']],
  ])('finds the years of %s', (text, expected) => {
    expect(
      yearsIn(text).map(({ start, end, from, to }) => `${text.slice(start, end)} ${from}–${to}`),
    ).toEqual(expected);
  });

  it.each(['改革开放40周年', '17年的梦想', '延续2600多年', '120170年', '《中国制造2025》', '18个年头'])(
    'finds none in %s',
    (text) => {
      expect(yearsIn(text)).toEqual([]);
    },
  );
});

describe('baseYear', () => {
  it.each([
    ['2017年比2010年增长', 2010],
    ['跟2010年比', 2010],
    ['2017年与2010年相比', 2010],
    ['2010年增长', null],
    ['比去年多', null],
  ])('of %s is %s', (text, expected) => {
    expect(baseYear(text)).toBe(expected);
  });
});

describe('fiveYearPlan', () => {
  it.each([
    ['一五', 1953, 1957],
    ['二五', 1958, 1962],
    ['三五', 1966, 1970],
    ['“十五”', 2001, 2005],
    ['十一五', 2006, 2010],
    ['“十四五”时期', 2021, 2025],
    ['十五五', 2026, 2030],
    ['第十五个五年规划', 2026, 2030],
    ['第二十个五年规划', 2051, 2055],
  ])('knows the years of %s', (name, from, to) => {
    expect(fiveYearPlan(name)).toEqual({ from, to });
  });

  it.each(['四', '十四', '五五五五', '十四五七', ''])('is null for %s', (name) => {
    expect(fiveYearPlan(name)).toBeNull();
  });
});

describe('fiveYearPlansIn', () => {
  it('finds plans in quotes and those that are called plans or periods', () => {
    const text = '“十三五”收官，十四五规划开局，第十五个五年规划正在编制';
    expect(fiveYearPlansIn(text).map(({ from, to }) => `${from}–${to}`)).toEqual([
      '2016–2020',
      '2021–2025',
      '2026–2030',
    ]);
  });

  it('takes neither the number 15 nor a law-spreading programme for a plan', () => {
    expect(fiveYearPlansIn('第十五届人民代表大会启动“八五”普法，十五个项目开工')).toEqual([]);
  });
});

describe('relativeYearsIn', () => {
  const anchor = { yearReviewed: 2017, yearPlanned: 2018 };

  it.each([
    ['去年', 2017, 2017],
    ['过去的一年', 2017, 2017],
    ['一年来', 2017, 2017],
    ['今年', 2018, 2018],
    ['新的一年', 2018, 2018],
    ['明年', 2019, 2019],
    ['过去五年', 2013, 2017],
    ['五年来', 2013, 2017],
    ['这五年', 2013, 2017],
    ['——这是综合实力跃升的五年', 2013, 2017],
    ['过去一年和五年', 2013, 2017],
    ['今后五年', 2018, 2022],
    ['未来三年', 2018, 2020],
  ])('reads %s', (text, from, to) => {
    expect(relativeYearsIn(text, anchor).map((mention) => [mention.from, mention.to])).toEqual([[from, to]]);
  });

  it('needs to know one of the two years', () => {
    expect(relativeYearsIn('今年', { yearReviewed: null, yearPlanned: null })).toEqual([]);
    expect(relativeYearsIn('今年', { yearReviewed: 2017, yearPlanned: null })[0]?.from).toBe(2018);
    expect(relativeYearsIn('去年', { yearReviewed: null, yearPlanned: 2018 })[0]?.from).toBe(2017);
  });
});

describe('dateIn', () => {
  it.each([
    ['——2018年1月14日在某区', '2018-01-14'],
    ['——二〇二六年一月二十七日在某省', '2026-01-27'],
    ['2021年12月3日上午', '2021-12-03'],
    ['2021年13月3日', ''],
    ['2021年1月', ''],
    ['没有日期', ''],
  ])('reads %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});
