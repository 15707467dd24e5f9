import { describe, expect, it } from 'vitest';
import { ownPlace, withoutFrame } from '../../src/question/without-frame.ts';

describe('ownPlace', () => {
  it.each([
    ['青石区人民政府', '', '青石'],
    ['', '2031年青石省政府工作报告', '青石'],
    ['', '青石自治州人民政府工作报告', '青石'],
    ['', '政府工作报告', ''],
    ['', '', ''],
  ])('of “%s” and “%s” is “%s”', (issuer, title, expected) => {
    expect(ownPlace({ issuer, title })).toBe(expected);
  });
});

describe('withoutFrame', () => {
  it.each([
    ['去年全省贷款余额是多少', '贷款余额是多少'],
    ['青石省2031年的GDP是多少', 'GDP是多少'],
    ['咱们省里今年修几条路', '修几条路'],
    ['我省的小麦产量', '小麦产量'],
    ['区政府性债务有多少', '政府性债务有多少'],
    ['城里的公园有几个', '城里的公园有几个'],
    ['青石公园多大', '公园多大'],
    ['今年', ''],
    ['', ''],
  ])('%s → %s', (question, expected) => {
    expect(withoutFrame(question, '青石')).toBe(expected);
  });

  it('takes no place out where the report names none', () => {
    expect(withoutFrame('青石省的GDP', '')).toBe('青石省的GDP');
  });
});
