import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, plainNumber } from '../../src/text/figures.ts';

/** `number unit [hedges]` of every figure. */
function read(text: string): readonly string[] {
  return findFigures(text).map(({ number, unit, hedges }) =>
    [number, unit, hedges.length === 0 ? '' : `[${hedges.join(' ')}]`]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('findFigures', () => {
  it.each([
    ['完成投资48.6亿元', ['48.6 亿元']],
    ['粮食总产1,234.5吨', ['1,234.5 吨']],
    ['增长6.5%，提高0.4个百分点', ['6.5 %', '0.4 个百分点']],
    ['新增耕地3万亩、搬迁210户', ['3 万亩', '210 户']],
    ['浓度降到31微克/立方米', ['31 微克/立方米']],
    ['增速保持在5—6%', ['5—6 %']],
    ['2031—2035年', ['2031—2035 年']],
    ['惠及4.2亿农民', ['4.2 亿']],
    ['藏书28万册，吞吐量88.7万TEU', ['28 万册', '88.7 万TEU']],
    ['从20块提到60块了', ['20 块', '60 块']],
    ['得了5块金牌', ['5']],
    ['噪声60分贝，水温8℃', ['60 分贝', '8 ℃']],
    ['夺得奖牌12枚，发车300趟，连续9个月增长', ['12 枚', '300 趟', '9 个月']],
    ['开行班列突破千列，惠及近百万家庭', ['千 列 [突破]', '百万 家庭 [近]']],
    ['新增家庭农场5家，家庭医生3家', ['5 家', '3 家']],
    ['第3列入计划', ['3']],
    ['渡船由2班加到4班，顶45个人', ['2 班', '4 班', '45 个人']],
    ['3班组，20个人工湖', ['3', '20 个']],
    ['压缩至45个工作日以内', ['45 个工作日 [以内]']],
    ['获得59公斤级铜牌，建成5万吨级泊位', ['59 公斤级', '5 万吨级']],
  ])('reads the Arabic figures of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['三分之二的村', ['三分之二']],
    ['下降百分之八点五', ['百分之八点五']],
    ['百分之三十六', ['百分之三十六']],
    ['修建两千三百户', ['两千三百 户']],
    ['提高三点五个百分点', ['三点五 个百分点']],
    ['建成三至五个', ['三至五 个']],
    ['一体推进', []],
  ])('reads the Chinese figures of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['位居全市第3位', ['第3 位']],
    ['召开第六届大会', ['第六 届']],
    ['总量全市第二', ['第二']],
    ['第三产业', []],
    ['第一季度', []],
    ['第一书记', []],
  ])('reads the rank of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['预计完成50亿元', ['50 亿元 [预计]']],
    ['力争达到7%以上', ['7 % [力争 以上]']],
    ['约12公里', ['12 公里 [约]']],
    ['约占12%', ['12 % [约]']],
    ['将近40家', ['40 家 [将近]']],
    ['不到3%', ['3 % [不到]']],
    ['不低于85%', ['85 % [不低于]']],
    ['600余家', ['600 家 [余]']],
    ['6万多人', ['6 万人 [多]']],
    ['2万余户', ['2 万户 [余]']],
    ['二十多个', ['二十 个 [多]']],
    ['数百家', ['百 家 [数]']],
    ['9万人左右', ['9 万人 [左右]']],
    ['控制在4%以内', ['4 % [控制在 以内]']],
  ])('keeps the hedges of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['附近3家', '3 家'],
    ['附近的3家', '3 家'],
    ['节约12吨', '12 吨'],
    ['签约9个', '9 个'],
  ])('takes no hedge from the end of another word in %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('gives a hedge to no figure of another clause', () => {
    expect(read('预计投资8亿元，建成3座')).toEqual(['8 亿元 [预计]', '3 座']);
  });

  it.each([
    ['增速为-3.5%', ['-3.5 %']],
    ['增长-0.8%', ['-0.8 %']],
    ['-3家', ['3 家']],
    ['3-5天', ['3-5 天']],
    ['2031年-2032年', ['2031 年', '2032 年']],
  ])('reads a minus as a sign only where a value is led to: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '十分重要',
    '万分感谢',
    '上半年',
    '三位一体',
    '两位数',
    '要统一成一样的',
    '几家',
    '二氧化硫',
    '“十四五”',
    '',
  ])('finds none in “%s”', (text) => {
    expect(findFigures(text)).toEqual([]);
  });

  it('finds its figures in order, inside the text and apart, each beginning with its number', () => {
    const unit = fc.constantFrom(
      ...[
        '3',
        '1,200',
        '0.5',
        '亿',
        '万',
        '元',
        '%',
        '个',
        '多',
        '余',
        '近',
        '约',
        '预计',
        '，',
        '。',
        '-',
        '—',
        '至',
      ],
      ...[
        '十',
        '百',
        '一',
        '两',
        '点',
        '分之',
        '百分之',
        '第',
        '年',
        '以上',
        '左右',
        '增长',
        '半',
        '户',
        ' ',
        '\0',
        '🙂',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        let from = 0;
        for (const { start, end, number } of findFigures(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(number).not.toBe('');
          expect(text.slice(start, end).startsWith(number)).toBe(true);
          from = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['一', '1', '近', '3家', '百分之', '1,234'])(
    'reads a very long run of %s in linear time',
    (unit) => {
      const started = performance.now();
      findFigures(unit.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});

describe('plainNumber', () => {
  it.each([
    ['7,661', '7661'],
    ['１２．５', '12.5'],
    ['三分之一', '三分之一'],
    ['', ''],
  ])('reads %s as %s', (written, plain) => {
    expect(plainNumber(written)).toBe(plain);
  });
});
