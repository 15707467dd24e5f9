import { describe, expect, it } from 'vitest';
import { renderTrace } from '../../../src/channels/repl/render-trace.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Trace, TracedCandidate } from '../../../src/domain/trace.ts';

const text = `新建公厕\r\n　36座。${'加快推进老旧小区改造，'.repeat(8)}`;
const report: Report = {
  id: 'shiwan',
  facts: { title: '', issuer: '', speaker: '', date: '', yearReviewed: 2018, yearPlanned: 2019 },
  text,
  headings: [],
  passages: [],
  sentences: [],
};

describe('renderTrace', () => {
  it('shows the question as understood, the rule, the candidates and the time', () => {
    const trace: Trace = {
      question: {
        raw: '第二个呢',
        text: '去年新建了什么',
        wordings: ['去年新建了什么'],
        ordinal: 2,
        onward: '',
        asks: 'list',
        time: { years: [2018], period: { from: 2016, to: 2020 }, now: true },
        language: 'zh',
      },
      candidates: [candidate(0, 11, 0.8125), { ...candidate(11, text.length, 0.25), able: false }],
      further: [],
      rule: 'probability at least 0.2',
      stages: { understand: 0.26, retrieve: 12 },
    };
    expect(renderTrace(trace, [report])).toMatchInlineSnapshot(`
      "question    去年新建了什么
      asks        list (member 2)
      time        2018, 2016–2020, now
      rule        probability at least 0.2
      candidates  p      late   dense  lexic  able  sentence
                  0.813  0.625  0.500  1.000  yes   新建公厕 36座。
                  0.250  0.625  0.500  1.000  no    加快推进老旧小区改造，加快推进老旧小区改造，加快推进老旧小区改造，加快推进老旧小区改造，加快推进老旧小区改造，加快推进…
      time (ms)   understand 0.3, retrieve 12.0"
    `);
  });

  it('shows the eight best candidates', () => {
    const candidates = Array.from({ length: 12 }, () => candidate(0, 4, 0.5));
    const trace = { question: null, candidates, further: [], rule: 'a fault', stages: { understand: 1 } };
    expect(renderTrace(trace, [report]).match(/新建公厕/gu)).toHaveLength(8);
  });

  it('shows no table where nothing was searched', () => {
    const trace = {
      question: null,
      candidates: [],
      further: [],
      rule: 'small talk',
      stages: { understand: 0.4 },
    };
    expect(renderTrace(trace, [])).toBe('rule        small talk\ntime (ms)   understand 0.4');
  });
});

function candidate(start: number, end: number, probability: number): TracedCandidate {
  const scores = { dense: 0.5, lexical: 1, lateInteraction: 0.625, reader: 2.5, fused: 0.6 };
  return {
    reportId: 'shiwan',
    passage: 0,
    start,
    end,
    scores,
    features: {},
    probability,
    able: true,
    lists: [],
  };
}
