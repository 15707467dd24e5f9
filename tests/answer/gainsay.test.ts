import { describe, expect, it } from 'vitest';
import { isGainsaid } from '../../src/answer/gainsay.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review: '碧澜大道征地完成。去年的天气不好。优化企业服务热线。',
  plan: '修好青石小学。',
});

function gainsaid(text: string, reason: 'off-topic' | 'errand' | 'complaint', worded = false): boolean {
  const question = ask(text);
  const judged = [judge(report, '企业', question, 0.001)];
  const covering = (judged[0]?.features.covered ?? 0) >= 0.5 ? (judged[0] ?? null) : null;
  return isGainsaid(question, { reason, worded, chance: 0.01, rule: '' }, judged, covering, 0.4);
}

describe('isGainsaid', () => {
  it.each([
    ['a name that the report has', '碧澜大道全长几公里', 'off-topic', false],
    ['a name that the report has, and nothing to be done', '碧澜大道几月通车', 'errand', false],
    ['the number of a line that the report has', '企业服务热线号码是多少', 'errand', true],
  ] as const)('is so by %s', (_, text, reason, worded) => {
    expect(gainsaid(text, reason, worded)).toBe(true);
  });

  it.each([
    ['a common word', '去年几月天气最冷', 'off-topic', false],
    ['a name that the report does not have', '赤壁大道全长几公里', 'off-topic', false],
    ['something to be done at a counter', '碧澜大道在哪里办证', 'errand', false],
    ['a name in a complaint', '碧澜大道吵死了，几点能停', 'complaint', false],
    ['another number that is worded as an errand', '街道办电话是多少', 'errand', true],
  ] as const)('is not by %s', (_, text, reason, worded) => {
    expect(gainsaid(text, reason, worded)).toBe(false);
  });
});
