import { describe, expect, it } from 'vitest';
import { sampleCases } from '../../bench/sample-cases.ts';
import type { Case } from '../../src/domain/case.ts';

describe('sampleCases', () => {
  const cases = Array.from({ length: 60 }, (_, index) => makeCase(`figure-${index}`));

  it('gives the same cases whatever their order', () => {
    expect(sampleCases(cases.toReversed(), 20)).toEqual(sampleCases(cases, 20));
  });

  it('changes at most one case when one is added', () => {
    const before = sampleCases(cases, 20);
    const after = sampleCases([...cases, makeCase('list-new')], 20);
    expect(after.filter(({ id }) => !before.some((known) => known.id === id)).length).toBeLessThanOrEqual(1);
  });

  it('leaves out cases with a history', () => {
    const followUp = { ...makeCase('follow-up-a'), history: [{ question: '去年呢' }] };
    expect(sampleCases([followUp, makeCase('figure-a')], 2).map(({ id }) => id)).toEqual(['figure-a']);
  });
});

function makeCase(id: string): Case {
  return {
    id,
    reportId: 'qingxi-2018',
    split: 'dev',
    class: 'figure',
    question: id,
    history: [],
    kinds: ['answer'],
    reasons: [],
    must: [],
    mustNot: [],
    evidence: [],
    note: '',
  };
}
