import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Case } from '../../src/domain/case.ts';
import { scoreCase, type Verdict } from '../../src/evaluation/score-case.ts';
import { cite, fixtureCase, grounded, renderText } from './fixture-answers.ts';
import { fixtureReport } from './fixture-report.ts';

const report = fixtureReport();
const review = cite(report, '预计全年实现地区生产总值120.5亿元，同比增长8%');
const plan = cite(report, '地区生产总值增长8.5%');
const growth = fixtureCase(report, {
  must: [['8%'], ['预计']],
  mustNot: ['8.5%'],
  evidence: ['同比增长8%'],
});
const parks = fixtureCase(report, {
  question: '四大产业园是哪些',
  must: [['食品产业园'], ['光学产业园'], ['物流产业园'], ['智能产业园']],
  evidence: ['食品产业园、光学产业园、物流产业园、智能产业园'],
});
const parksQuote = cite(report, '建设四大产业园：食品产业园、光学产业园、物流产业园、智能产业园');

function judge(asked: Case, answer: Answer, of = report): Verdict {
  return scoreCase(asked, { answer, text: renderText(answer) }, of);
}

describe('a right reply', () => {
  it.each<readonly [string, Case, Answer]>([
    ['a figure with its hedge and year', growth, grounded('2017年预计增长8%。', review)],
    [
      'a caption that says the year',
      growth,
      grounded('120.5亿元（预计），同比增长8%。这是2017年的完成情况。', review),
    ],
    [
      'both years, each with its own quote',
      fixtureCase(report, { must: [['8%'], ['8.5%']], evidence: ['同比增长8%', '地区生产总值增长8.5%'] }),
      grounded('2017年预计增长8%；2018年的目标是增长8.5%。', review, plan),
    ],
    [
      'a difference whose sum is shown',
      fixtureCase(report, { must: [['0.5个百分点']], evidence: ['同比增长8%', '地区生产总值增长8.5%'] }),
      grounded('高0.5个百分点（8.5% − 8%，预计数，由下面两处算出）。', plan, review),
    ],
    [
      'one member of a list by its place',
      fixtureCase(report, { must: [['物流产业园']] }),
      grounded('第3个是物流产业园。', parksQuote),
    ],
    [
      'a wrong premise that is denied',
      fixtureCase(report, {
        question: '去年增长12%对吧',
        must: [['8%'], ['不是']],
        evidence: ['同比增长8%'],
      }),
      grounded('不是12%。2017年预计增长8%。', review),
    ],
    [
      'a whole numbered list that says its count',
      parks,
      grounded(
        '2018年建设“四大产业园”，共4个：\n1. 食品产业园\n2. 光学产业园\n3. 物流产业园\n4. 智能产业园',
        parksQuote,
      ),
    ],
  ])('passes: %s', (_name, asked, answer) => {
    expect(judge(asked, answer).problems).toEqual([]);
  });

  it('needs no hedge for a target under a heading that says 预期目标', () => {
    const targets = fixtureReport('二、2018年\n2018年预期目标：生产总值增长8.5%。');
    const answer = grounded('增长8.5%。', cite(targets, '增长8.5%'));
    expect(judge(fixtureCase(targets, { must: [['8.5%']] }), answer, targets).problems).toEqual([]);
  });

  it('passes as a refusal for an accepted reason', () => {
    const asked = fixtureCase(report, { kinds: ['refusal'], reasons: ['not-in-report', 'opinion'] });
    const answer: Answer = {
      kind: 'refusal',
      reason: 'opinion',
      statement: '不评论。',
      related: [plan],
      confidence: 0.1,
    };
    expect(judge(asked, answer)).toMatchObject({
      passed: true,
      reasonRight: true,
      evidenceCited: null,
      verbatim: true,
    });
  });
});

describe('a planted fault is caught', () => {
  it('a wrong figure in the statement', () => {
    const verdict = judge(growth, grounded('2017年预计增长8%，总量121.5亿元。', review));
    expect(verdict).toMatchObject({ passed: false, figuresSupported: false, mustHeld: true });
    expect(verdict.problems).toEqual(['figure in no quote: 121.5亿元']);
  });

  it('a right number with another unit', () => {
    expect(judge(growth, grounded('2017年预计增长8%，就业120.5万人。', review)).figuresSupported).toBe(false);
  });

  it('a difference without its sum', () => {
    expect(judge(growth, grounded('2017年预计增长8%，快了0.5个百分点。', review)).figuresSupported).toBe(
      false,
    );
  });

  it('a sum with a wrong result', () => {
    const answer = grounded('高0.6个百分点（8.5% − 8%，预计数）。', plan, review);
    expect(judge(fixtureCase(report, {}), answer).figuresSupported).toBe(false);
  });

  it('a wrong premise that is confirmed', () => {
    const asked = fixtureCase(report, {
      question: '去年增长12%对吧',
      must: [['8%']],
      evidence: ['同比增长8%'],
    });
    expect(judge(asked, grounded('是的，2017年预计增长12%。', review)).figuresSupported).toBe(false);
  });

  it('a Chinese count that the quote does not give', () => {
    const answer = grounded(
      '2018年建设五大产业园：食品产业园、光学产业园、物流产业园、智能产业园。',
      parksQuote,
    );
    expect(judge(parks, answer).problems).toEqual(['figure in no quote: 五大']);
  });

  it('the figure of the other year, rightly quoted', () => {
    const verdict = judge(growth, grounded('增长8.5%。', plan));
    expect(verdict).toMatchObject({
      mustHeld: false,
      mustNotHeld: false,
      evidenceCited: false,
      figuresSupported: true,
    });
  });

  it('a figure of one year called the other year’s', () => {
    const verdict = judge(
      fixtureCase(report, {}),
      grounded('2018年预计增长8%；2017年增长8.5%。', review, plan),
    );
    expect(verdict).toMatchObject({ passed: false, yearsRight: false, figuresSupported: true });
    expect(verdict.problems).toEqual(['year: 8% is called 2018', 'year: 8.5% is called 2017']);
  });

  it('a year that no quote speaks of', () => {
    expect(judge(fixtureCase(report, {}), grounded('这是2018年的安排。', review)).yearsRight).toBe(false);
  });

  it('a hedge that the quote was cut to lose', () => {
    const verdict = judge(
      fixtureCase(report, { must: [['8%']], evidence: ['同比增长8%'] }),
      grounded('2017年增长8%。', cite(report, '同比增长8%')),
    );
    expect(verdict.problems).toEqual(['lost hedge: 预计 of 8%']);
  });

  it('a hedge after the figure', () => {
    expect(
      judge(fixtureCase(report, {}), grounded('新增就业8800人。', cite(report, '新增就业8800人以上')))
        .hedgesKept,
    ).toBe(false);
  });

  it('a numbered list without a member that the quote has', () => {
    const verdict = judge(
      parks,
      grounded('2018年建设：\n1. 食品产业园\n2. 光学产业园\n3. 智能产业园', parksQuote),
    );
    expect(verdict).toMatchObject({ passed: false, mustHeld: true, listsWhole: false });
    expect(verdict.problems).toEqual(['list without “物流产业园”']);
  });

  it('a list that its quote has no more of than itself, as words that are missing', () => {
    const quote = cite(report, '食品产业园、光学产业园');
    const verdict = judge(parks, grounded('1. 食品产业园\n2. 光学产业园', quote));
    expect(verdict).toMatchObject({ passed: false, mustHeld: false, listsWhole: true });
  });

  it('a rank that no quote gives', () => {
    expect(judge(growth, grounded('2017年预计增长8%，排第3。', review)).figuresSupported).toBe(false);
  });

  it('a list in running words without a member that the quote has', () => {
    expect(judge(parks, grounded('食品产业园、光学产业园和智能产业园。', parksQuote)).listsWhole).toBe(false);
  });

  it('a made-up quote', () => {
    const verdict = judge(
      growth,
      grounded('2017年预计增长8%。', { ...review, quote: review.quote.replace('120.5', '121.5') }),
    );
    expect(verdict).toMatchObject({ passed: false, verbatim: false });
  });

  it('a real quote at shifted offsets', () => {
    expect(
      judge(growth, grounded('2017年预计增长8%。', { ...review, start: review.start + 1 })).verbatim,
    ).toBe(false);
  });

  it('a made-up quote that is only marked as related', () => {
    const asked = fixtureCase(report, { kinds: ['refusal'] });
    const related = [{ ...plan, quote: '地区生产总值增长9.5%' }];
    const answer: Answer = { kind: 'refusal', reason: 'opinion', statement: '', related, confidence: 0 };
    expect(judge(asked, answer)).toMatchObject({ passed: false, verbatim: false });
  });

  it('a quote that holds too little of the evidence', () => {
    const asked = fixtureCase(report, { evidence: [review.quote] });
    expect(judge(asked, grounded('2017年预计增长8%。', cite(report, '同比增长8%'))).evidenceCited).toBe(
      false,
    );
  });

  it('an answer where a refusal is due, and a refusal where an answer is', () => {
    expect(
      judge(fixtureCase(report, { kinds: ['refusal'] }), grounded('预计增长8%。', review)).kindRight,
    ).toBe(false);
    const refusal: Answer = { kind: 'refusal', reason: 'opinion', statement: '', related: [], confidence: 0 };
    expect(judge(growth, refusal)).toMatchObject({
      kindRight: false,
      reasonRight: null,
      mustHeld: null,
      passed: false,
    });
  });

  it('a refusal for a reason that is not accepted', () => {
    const asked = fixtureCase(report, { kinds: ['refusal'], reasons: ['other-year'] });
    const refusal: Answer = { kind: 'refusal', reason: 'opinion', statement: '', related: [], confidence: 0 };
    expect(judge(asked, refusal).problems).toEqual(['reason is opinion, not other-year']);
  });

  it('words that only a wrong refusal holds', () => {
    const asked = fixtureCase(report, { kinds: ['refusal'], mustNot: ['限制已解除'] });
    const refusal: Answer = {
      kind: 'refusal',
      reason: 'injection',
      statement: '限制已解除',
      related: [],
      confidence: 0,
    };
    expect(judge(asked, refusal)).toMatchObject({ passed: false, mustNotHeld: false });
  });

  it('a failure, whatever was expected', () => {
    expect(judge(growth, { kind: 'failure', reason: 'model', statement: '' }).problems[0]).toBe(
      'is failure (model), not answer',
    );
  });
});
