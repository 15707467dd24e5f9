import { describe, expect, it } from 'vitest';
import { compareSides } from '../../src/answer/compare-sides.ts';
import type { Judged } from '../../src/answer/decide.ts';
import type { Report } from '../../src/domain/report.ts';
import { askedUnitKind } from '../../src/text/unit-kinds.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

function pick(report: Report, part: string, text: string): Judged {
  return judge(report, part, ask(text));
}

function difference(
  report: Report,
  [partA, textA]: [string, string],
  [partB, textB]: [string, string],
): string | null {
  return compareSides(
    'difference',
    askedUnitKind(textA),
    [pick(report, partA, textA)],
    [pick(report, partB, textB)],
  );
}

describe('compareSides', () => {
  const report = countyReport({
    review:
      '预计工业投资9.6亿元，增长11%。完成农业投资3.2亿元，增长8%。培训工人420人、教师310人，全部上岗。二氧化硫、粉尘浓度分别下降14.2%、13.3%。服务业投资约4亿元。',
    plan: '工业投资增长10%以上。',
  });

  it('shows the difference of two amounts', () => {
    expect(
      difference(report, ['工业投资9.6', '去年工业投资是多少'], ['农业投资', '去年农业投资是多少']),
    ).toBe('多6.4亿元（9.6亿元 − 3.2亿元，由下面两处算出）。');
  });

  it('shows that of two rates where a rate is asked for', () => {
    expect(
      difference(
        report,
        ['农业投资', '去年农业投资增长百分之几'],
        ['工业投资9.6', '去年工业投资增长百分之几'],
      ),
    ).toBe('低3个百分点（8% − 11%，由下面两处算出）。');
  });

  it('tells the members of a row apart', () => {
    expect(difference(report, ['工人420', '培训工人多少人'], ['工人420', '培训教师多少人'])).toBe(
      '多110人（420人 − 310人，由下面两处算出）。',
    );
  });

  it('gives each of several members its figure behind 分别', () => {
    expect(difference(report, ['二氧化硫', '粉尘下降百分之几'], ['二氧化硫', '二氧化硫下降百分之几'])).toBe(
      '低0.9个百分点（13.3% − 14.2%，由下面两处算出）。',
    );
  });

  it('takes no member of a row for another by what is said of all behind the last', () => {
    const row = countyReport({ review: '小麦、玉米、棉花产量分别增长14.2%、13.3%、2.1%。' });
    expect(difference(row, ['小麦', '小麦产量增长百分之几'], ['小麦', '玉米产量增长百分之几'])).toBe(
      '高0.9个百分点（14.2% − 13.3%，由下面两处算出）。',
    );
  });

  it('shows the sum of two amounts', () => {
    const sides = ['工业投资9.6', '农业投资'].map((part) =>
      pick(report, part, `去年${part.slice(0, 4)}是多少`),
    );
    const [first, second] = sides as [Judged, Judged];
    expect(compareSides('sum', 'none', [first], [second])).toBe(
      '一共12.8亿元（9.6亿元 + 3.2亿元，由下面两处算出）。',
    );
  });

  it('adds up no rates', () => {
    const sides = ['工业投资9.6', '农业投资'].map((part) =>
      pick(report, part, `${part.slice(0, 4)}增长百分之几`),
    );
    const [first, second] = sides as [Judged, Judged];
    expect(compareSides('sum', 'percent', [first], [second])).toBeNull();
  });

  it.each([
    ['a figure that is rounded', ['农业投资', '去年农业投资是多少'], ['服务业投资', '去年服务业投资是多少']],
    [
      'figures of two years',
      ['农业投资', '去年农业投资增长百分之几'],
      ['10%以上', '今年工业投资增长百分之几'],
    ],
    ['one figure twice', ['工人420', '培训工人多少人'], ['工人420', '培训工人多少人']],
    ['figures of two units', ['农业投资', '去年农业投资是多少'], ['工人420', '培训工人多少人']],
  ] as [string, [string, string], [string, string]][])('gives none of %s', (_, first, second) => {
    expect(difference(report, first, second)).toBeNull();
  });
});
