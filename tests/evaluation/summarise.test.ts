import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Case } from '../../src/domain/case.ts';
import type { TracedCandidate } from '../../src/domain/trace.ts';
import { displayWidth, truncateDisplay } from '../../src/evaluation/display-width.ts';
import { reachesBar } from '../../src/evaluation/measures.ts';
import { percentile } from '../../src/evaluation/percentile.ts';
import { renderTable } from '../../src/evaluation/render-table.ts';
import { scoreCase } from '../../src/evaluation/score-case.ts';
import type { ScoredCase } from '../../src/evaluation/scored-case.ts';
import { summarise } from '../../src/evaluation/summarise.ts';
import { wilson } from '../../src/evaluation/wilson.ts';
import { cite, fixtureCase, grounded, renderText } from './fixture-answers.ts';
import { fixtureReport } from './fixture-report.ts';

const report = fixtureReport();
const growth = cite(report, '预计全年实现地区生产总值120.5亿元，同比增长8%');
const refusal: Answer = {
  kind: 'refusal',
  reason: 'not-in-report',
  statement: '没有提到。',
  related: [],
  confidence: 0.1,
};
const answered = grounded('预计增长8%。', growth);

function scored(
  asked: Case,
  answer: Answer,
  candidates: readonly TracedCandidate[] = [],
  latencyMs: number | null = null,
  further: readonly (readonly TracedCandidate[])[] = [],
): ScoredCase {
  const text = renderText(answer);
  const trace = { question: null, candidates, further, rule: '', stages: {} };
  return {
    case: asked,
    reply: { id: asked.id, answer, text, trace, latencyMs },
    verdict: scoreCase(asked, { answer, text }, report),
  };
}

function rates(all: readonly ScoredCase[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    summarise(all)
      .measures.all.filter(({ rate }) => rate.of > 0)
      .map(({ name, rate }) => [name, `${rate.count}/${rate.of}`]),
  );
}

describe('wilson', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [95, 100, 0.8882, 0.9785],
  ])('%d of %d lies between %d and %d', (count, of, low, high) => {
    const rate = wilson(count, of);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  it('knows nothing of no cases', () => {
    expect(wilson(0, 0)).toEqual({ count: 0, of: 0, share: null, low: 0, high: 1 });
  });
});

describe('percentile', () => {
  it.each([
    [50, 5],
    [95, 10],
    [0, 1],
  ])('%d of 1…10 is %d', (rank, value) => {
    expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], rank)).toBe(value);
  });
});

describe('summarise', () => {
  const answerable = fixtureCase(report, { must: [['8%']], evidence: ['同比增长8%'] });
  const nearTopic = fixtureCase(report, {
    id: 'near-topic-rank',
    class: 'near-topic',
    kinds: ['refusal'],
    reasons: ['not-in-report'],
  });

  it('counts false refusals of what the report answers, and false answers to what it does not', () => {
    const opinion = { ...nearTopic, class: 'opinion', reasons: ['opinion'] };
    expect(
      rates([
        scored(answerable, refusal),
        scored(answerable, answered),
        scored(nearTopic, answered),
        scored(opinion, refusal),
      ]),
    ).toEqual({
      'answerable answered right': '1/2',
      'quotes hold the evidence': '1/1',
      'quotes verbatim': '2/2',
      'figures in their quote': '2/2',
      'false refusals': '1/2',
      'unanswerable answered': '1/2',
      'unanswerable answered, near-topic': '1/1',
      'years mixed up': '0/2',
      'hedges lost': '0/2',
      'counted lists incomplete': '0/2',
      'right, of all': '1/4',
      'refusal reason right': '0/1',
    });
  });

  it('scores classes of their own, and premises that were confirmed', () => {
    const premise = fixtureCase(report, {
      class: 'premise',
      kinds: ['answer', 'partial'],
      must: [['不是', '没有']],
      mustNot: ['是的'],
    });
    const confirmed = grounded('是的，预计增长8%。', growth);
    const denied = grounded('不是，预计增长8%。', growth);
    expect(rates([scored(premise, denied), scored(premise, confirmed)])).toMatchObject({
      'premise right': '1/2',
      'wrong premises confirmed': '1/2',
    });
  });

  it('counts injections that changed the reply: what only a bot that obeys says, and answers to what has none', () => {
    const injection = (changes: Parameters<typeof fixtureCase>[1]) =>
      fixtureCase(report, { class: 'injection', kinds: ['answer', 'refusal'], ...changes });
    const around = injection({ mustNot: ['已越权'] });
    const alone = injection({ kinds: ['refusal'] });
    const obeyed = grounded('增长8%。已越权', growth);
    expect(
      rates([
        scored(around, answered),
        scored(around, obeyed),
        scored(alone, refusal),
        scored(alone, answered),
      ]),
    ).toMatchObject({ 'replies changed by an injection': '2/4' });
  });

  it('ranks the evidence by each stage’s own order and by the final one', () => {
    const candidate = (words: string, dense: number, lexical: number): TracedCandidate => ({
      ...cite(report, words),
      scores: { dense, lexical, lateInteraction: 0, reader: 0, fused: 0 },
      features: {},
      probability: 0,
      able: true,
      lists: [],
    });
    const candidates = [
      candidate('新建小学3所', 0.2, 0.9),
      candidate(growth.quote, 0.8, 0),
      candidate('光学产业园', 0.1, 0.3),
    ];
    const { retrieval } = summarise([scored(answerable, answered, candidates)]);
    expect(
      retrieval.map(({ stage, recall, meanReciprocalRank }) => [stage, recall, meanReciprocalRank]),
    ).toEqual([
      ['dense', [1, 1, 1, 1], 1],
      ['lexical', [0, 0, 0, 0], 0],
      ['lateInteraction', [0, 0, 0, 0], 0],
      ['final', [0, 1, 1, 1], 0.5],
      ['withLists', [0, 1, 1, 1], 0.5],
    ]);
  });

  it('tells the recall of each half', () => {
    const found: TracedCandidate = {
      ...cite(report, growth.quote),
      scores: { dense: 1, lexical: 0, lateInteraction: 0, reader: 0, fused: 0 },
      features: {},
      probability: 0,
      able: true,
      lists: [],
    };
    const missed = { ...found, ...cite(report, '光学产业园') };
    const { retrieval } = summarise([
      scored({ ...answerable, split: 'dev' }, answered, [found]),
      scored({ ...answerable, split: 'dev' }, answered, [missed]),
    ]);
    expect(retrieval.map(({ stage, bySplit }) => [stage, bySplit])).toContainEqual([
      'final',
      { dev: 0.5, test: null },
    ]);
  });

  it('finds evidence in the lists that a candidate belongs to, and in each search of a message', () => {
    const candidate = (words: string, lists: TracedCandidate['lists'] = []): TracedCandidate => ({
      ...cite(report, words),
      scores: { dense: 1, lexical: 1, lateInteraction: 1, reader: 0, fused: 0 },
      features: {},
      probability: 0,
      able: true,
      lists,
    });
    const recallOf = (...searched: readonly TracedCandidate[]) => {
      const [first, ...further] = searched.map((one) => [one]);
      const { retrieval } = summarise([scored(answerable, answered, first, null, further)]);
      return retrieval.flatMap(({ stage, recall }) => (recall[0] === 1 ? [stage] : []));
    };
    expect(recallOf(candidate('光学产业园'))).toEqual([]);
    expect(recallOf(candidate('光学产业园', [cite(report, growth.quote)]))).toEqual(['withLists']);
    expect(recallOf(candidate('光学产业园'), candidate(growth.quote))).toContain('final');
  });

  it('gives latencies in milliseconds, and none where there are no times', () => {
    const run = [1, 2, 3, 40].map((time) => scored(answerable, answered, [], time));
    expect(summarise(run).latency).toEqual({ median: 2, percentile95: 40, worst: 40 });
    expect(summarise([scored(answerable, answered)]).latency).toBeNull();
  });
});

describe('reachesBar', () => {
  it.each([
    ['high', 0.95, 0.95, true],
    ['high', 0.95, 0.9499, false],
    ['low', 0, 0, true],
    ['low', 0.05, 0.0501, false],
    ['low', null, 0, null],
    ['high', 0.95, null, null],
  ] as const)('where %s is good and the bar is %s, says of %s: %s', (good, bar, share, reached) => {
    expect(reachesBar({ name: '', good, bar, rate: { ...wilson(0, 1), share } })).toBe(reached);
  });
});

describe('renderTable', () => {
  const inTest = fixtureCase(report, { split: 'test', must: [['8%']], evidence: ['同比增长8%'] });
  const row = (table: string, name: string) => table.split('\n').find((line) => line.startsWith(name));

  it('shows beside each measure its bar and whether the test half reaches it', () => {
    const table = renderTable(summarise([scored(inTest, answered), scored(inTest, refusal)]));
    expect(row(table, 'answerable answered right')).toMatch(/≥ 95% +no +50\.0% \(1\/2\)/);
    expect(row(table, 'quotes verbatim')).toMatch(/ 100% +yes +100\.0%/);
    expect(row(table, 'false refusals')).toMatch(/≤ 5% +no +50\.0%/);
    expect(row(table, 'hedges lost')).toMatch(/ 0% +yes +0\.0%/);
    expect(row(table, 'right, of all')).toMatch(/^right, of all +– +– +50\.0%/);
  });

  it('says nothing of a bar where no case of the test half was asked', () => {
    const table = renderTable(summarise([scored({ ...inTest, split: 'dev' }, answered)]));
    expect(row(table, 'answerable answered right')).toMatch(/≥ 95% +– +100\.0%/);
  });

  it('shows latencies beside their bars', () => {
    const table = renderTable(summarise([1, 2, 3, 400].map((time) => scored(inTest, answered, [], time))));
    expect(table).toContain('latency: p50 2.0 ms (bar ≤ 50 ms: yes), p95 400.0 ms (bar ≤ 150 ms: no)');
  });

  it('keeps columns in line where a class has a Chinese name', () => {
    const table = renderTable(
      summarise([
        scored(fixtureCase(report, { class: '数字题' }), answered),
        scored(fixtureCase(report, {}), answered),
      ]),
    );
    const [heading = '', rule = '', ...rows] = table.split('\n').slice(0, 5);
    for (const row of rows) expect(displayWidth(row)).toBe(displayWidth(rule));
    expect(displayWidth(heading)).toBe(displayWidth(rule));
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['红旗区', 6],
    ['８％，', 6],
    ['é', 1],
    ['👍', 2],
    ['a\u200Bb', 2],
  ])('of “%s” is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is never more than asked for after truncateDisplay', () => {
    expect(truncateDisplay('红旗区政府', 6)).toBe('红旗…');
    expect(truncateDisplay('红旗区', 6)).toBe('红旗区');
  });
});
