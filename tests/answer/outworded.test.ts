import { describe, expect, it } from 'vitest';
import type { Features } from '../../src/answer/candidate-features.ts';
import type { Judged } from '../../src/answer/decide.ts';
import { outwordedBy } from '../../src/answer/outworded.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const REPORT = countyReport({ review: '粮食产量增长3%。', plan: '五年内农业产值达到9亿元。' });
const QUESTION = ask('今年粮食产量多少吨');

function judged(part: string, probability: number, features: Partial<Features>): Judged {
  const one = judge(REPORT, part, QUESTION, probability);
  return { ...one, features: { ...one.features, ...features } };
}

const lastYears = (probability: number) => judged('粮食', probability, { year: -1, covered: 0.8 });

describe('outwordedBy', () => {
  it('names the likelier sentence of another year that has the words', () => {
    const best = judged('农业', 0.2, { year: 1, covered: 0.3 });
    const other = lastYears(0.6);
    expect(outwordedBy(QUESTION, best, [other, best])).toBe(other);
  });

  it('names it though it is less likely where the best tells of a longer time in other words', () => {
    const best = judged('农业', 0.6, { year: 0.5, covered: 0.1 });
    const other = lastYears(0.2);
    expect(outwordedBy(QUESTION, best, [best, other])).toBe(other);
  });

  it('names what has all the words of a list that is asked for, where the best is hardly likely', () => {
    const list = ask('今年粮食产量有哪些');
    const best = judged('农业', 0.05, { year: 1, covered: 0.2 });
    const other = judged('粮食', 0.02, { year: -1, covered: 1, weakest: 0.9 });
    expect(outwordedBy(list, best, [best, other])).toBe(other);
    expect(outwordedBy(list, { ...best, probability: 0.5 }, [best, other])).toBeUndefined();
  });

  it.each([
    ['tells of the very year', { year: 1, covered: 0.1 }],
    ['has enough of the words', { year: 0.5, covered: 0.5 }],
  ])('leaves a best that is likelier and %s', (_, features) => {
    const best = judged('农业', 0.6, features);
    expect(outwordedBy(QUESTION, best, [best, lastYears(0.2)])).toBeUndefined();
  });

  it('leaves a best that goes on in its own year with what the other says', () => {
    const report = countyReport({
      review: '五年来，2021年机场旅客突破百万人次，2023年受疫情影响回落至63万人次。',
    });
    const question = ask('去年机场旅客多少');
    const other = judge(report, '2021年', question, 0.6);
    const best = judge(report, '回落', question, 0.1);
    expect(best.reading.sentence).not.toBe(other.reading.sentence);
    expect(outwordedBy(question, best, [other, best])).toBeUndefined();
  });

  it('names a far likelier sentence that has no figure, where a figure is asked for', () => {
    const best = judged('农业', 0.1, { year: 1, covered: 0.3 });
    const nearest = judged('粮食', 0.8, { year: 1, covered: 0.3, figure: -1 });
    expect(outwordedBy(QUESTION, best, [nearest, best])).toBe(nearest);
    const otherUnit = judged('粮食', 0.5, { year: 1, covered: 0.3, unit: -1 });
    expect(outwordedBy(QUESTION, best, [otherUnit, best])).toBe(otherUnit);
    expect(outwordedBy(ask('粮食怎么样'), best, [nearest, best])).toBeUndefined();
    const likelier = judged('农业', 0.3, { year: 1, covered: 0.3 });
    expect(outwordedBy(QUESTION, likelier, [nearest, likelier])).toBeUndefined();
  });
});
