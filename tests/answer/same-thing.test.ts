import { describe, expect, it } from 'vitest';
import { pickQuotes } from '../../src/answer/pick-quotes.ts';
import { bearsOut, isOfSameThing } from '../../src/answer/same-thing.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const REPORT = countyReport({
  review:
    '全年农业补贴资金达500万元。发放国债163万元。水泥产量增长5%。为620名困难老年人实施白内障手术。财政收入增长9%。',
  plan: '农机补贴资金30万元，比上年增加20万元。安排补贴资金600万元，比上年增加100万元。发行建设国债110万元，比上年减少30万元。水泥窑减排投入40万元，增长25%。免费实施700名老年人白内障复明工程。全县科技投入增长7%。',
});

describe('isOfSameThing', () => {
  const asked = ask('白内障手术，去年和今年各为多少名老年人做？');
  const done = judge(REPORT, '620名', asked, 0.9);

  it('takes what is told in much the same words', () => {
    expect(isOfSameThing(judge(REPORT, '700名', asked, 0.5), done)).toBe(true);
  });

  it('does not take it where it is far less likely', () => {
    expect(isOfSameThing(judge(REPORT, '700名', asked, 0.1), done)).toBe(false);
  });

  it('does not take another thing’s', () => {
    const question = ask('今年的财政收入增速比去年高吗？');
    const revenue = judge(REPORT, '财政收入', question, 0.9);
    expect(isOfSameThing(judge(REPORT, '科技投入', question, 0.2), revenue)).toBe(false);
  });
});

describe('bearsOut', () => {
  const verdict = (text: string, done: string, planned: string) => {
    const question = ask(text);
    return bearsOut(judge(REPORT, done, question), judge(REPORT, planned, question));
  };

  it('holds the earlier figure against the change that the later year tells', () => {
    expect(verdict('去年和今年补贴资金多少？', '500万元', '600万元')).toBe(true);
    expect(verdict('去年和今年补贴资金多少？', '500万元', '30万元')).toBe(false);
    expect(verdict('去年和今年国债多少？', '国债163', '建设国债')).toBe(false);
  });

  it('says nothing where no change is told, or of another unit', () => {
    expect(verdict('去年和今年白内障手术多少？', '620名', '700名')).toBeNull();
    expect(verdict('去年和今年水泥多少？', '水泥产量', '水泥窑')).toBeNull();
  });
});

describe('pickQuotes of two years', () => {
  const quotes = (text: string, parts: Readonly<Record<string, number>>) => {
    const question = ask(text);
    const [best, ...others] = Object.entries(parts).map(([part, probability]) =>
      judge(REPORT, part, question, probability),
    );
    if (best === undefined) throw new Error('no candidate');
    return pickQuotes(question, best, others, others).map(({ quote }) => textOf(REPORT, quote));
  };

  it('prefers the figure that the change told behind it bears out to a likelier one', () => {
    expect(
      quotes('补贴资金去年和今年分别是多少？', { 补贴资金达500: 0.9, 农机补贴: 0.6, 安排补贴: 0.3 }),
    ).toEqual(['全年农业补贴资金达500万元', '安排补贴资金600万元，比上年增加100万元']);
  });

  it('tells one year alone rather than another thing’s figure for the other', () => {
    expect(quotes('国债去年和今年分别是多少？', { 建设国债: 0.9, 国债163: 0.6 })).toEqual([
      '发行建设国债110万元，比上年减少30万元',
    ]);
  });
});
