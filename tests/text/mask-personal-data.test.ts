import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/parse-report.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { MASK, maskPersonalData } from '../../src/text/mask-personal-data.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

describe('maskPersonalData', () => {
  it.each([
    ['我的身份证是41070219900307123X，低保怎么办', '我的身份证是***，低保怎么办'],
    ['身份证 410702 19900307 1234 查一下', '身份证 *** 查一下'],
    ['410702900307123', '***'],
    ['打我电话13812345678吧', '打我电话***吧'],
    ['+86 138-1234-5678', '***'],
    ['１３８１２３４５６７８', '***'],
    ['138 1234 5678和139-1234-5678', '***和***'],
    ['一三八零零一三八零零零', '***'],
    ['家里座机0373-3012345', '家里座机***'],
    ['(010)62345678', '***'],
    ['卡号6222 0212 3456 7890 123没到账', '卡号***没到账'],
    ['6222021234567890123', '***'],
    ['发到zhang.san+a@mail.example.com.cn谢谢', '发到***谢谢'],
    ['ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', '***'],
    ['豫G12345被贴条', '***被贴条'],
    ['豫g·1a2b3的车', '***的车'],
    ['新能源京AD12345', '新能源***'],
    ['我住人民路128号，没暖气', '***，没暖气'],
    ['住解放大道12-3号5号楼2单元501室，漏水', '***，漏水'],
    ['幸福小区3号楼2单元501', '***'],
    ['阳光花园8栋1203室漏水', '***漏水'],
    ['东风村三组12号', '***'],
  ])('masks %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    '去年GDP是170.1亿元，今年要增长8.5%吗',
    '拨打12345、110或者114',
    '地铁3号线和107国道，人民路3号桥',
    '改造老旧小区30栋120户，3个单元',
    '2018年1月9日到2019年12月31日',
    '123456789.12元和1,234,567,890元',
    '十四五、二〇一八年、一二三产业',
    '建成12号楼，第三单元',
    '京A是哪里的车牌',
    '云B2B平台，新C919项目',
    'G107、S101省道，@所有人',
    '100000000000吨',
  ])('leaves %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('masks no word of the report, in any sentence or passage', async () => {
    for (const file of await readCorpus(CORPUS)) {
      const report = parseReport(file);
      expect(report.sentences.length).toBeGreaterThan(100);
      for (const { start, end } of [...report.sentences, ...report.passages]) {
        const text = report.text.slice(start, end);
        expect(maskPersonalData(text)).toBe(text);
      }
    }
  });

  it('masks a phone number wherever it stands in a sentence of a report, and nothing else', () => {
    const around = fc.constantFrom('增长8%', '，', '完成7.09亿元', '电话', ' ', '（', '）', '号', '2018年');
    const phone = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
    fc.assert(
      fc.property(around, phone, around, (before, number, after) => {
        fc.pre(!/\d$/u.test(before) && !/^\d/u.test(after));
        expect(maskPersonalData(before + number + after)).toBe(before + MASK + after);
      }),
    );
  });

  it('takes any text, also a long one, and leaves nothing to mask', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = maskPersonalData(text);
        expect(maskPersonalData(once)).toBe(once);
      }),
    );
    expect(maskPersonalData('路'.repeat(20_000))).toHaveLength(20_000);
    expect(maskPersonalData('1'.repeat(20_000))).toHaveLength(20_000);
    expect(maskPersonalData('a.'.repeat(10_000))).toHaveLength(20_000);
  });
});
