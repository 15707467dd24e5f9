import { describe, expect, it } from 'vitest';
import { isGainsaid, tellsLine, thresholdOf } from '../../src/answer/gainsay.ts';
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

describe('thresholdOf', () => {
  const request = { reason: 'errand', worded: false, chance: 0.01, rule: '' } as const;

  it.each(['异地看病能直接报销吗', '个人信息被卖怎么办', '心理咨询', '分院搬到哪里'])(
    'doubts what is asked of things at large less: %s',
    (text) => {
      expect(thresholdOf(ask(text), request, 0.04)).toBeLessThan(
        thresholdOf(ask('帮我妈报销一下'), request, 0.04),
      );
    },
  );

  it('doubts what whoever governs does about a story less than the story', () => {
    const complaint = { ...request, reason: 'complaint' } as const;
    const [asked, told] = ['班里塞了七十号人,上头管不管', '班里塞了七十号人,听都听不清'];
    expect(thresholdOf(ask(asked), complaint, 0.04)).toBeLessThan(thresholdOf(ask(told), complaint, 0.04));
  });

  it('doubts a wording and an alarm as before', () => {
    const question = ask('异地看病能直接报销吗');
    const firm = thresholdOf(ask('帮我妈报销一下'), request, 0.04);
    expect(thresholdOf(question, { ...request, worded: true }, 0.04)).toBe(firm);
    expect(thresholdOf(question, { ...request, reason: 'emergency' }, 0.04)).toBe(firm);
    expect(thresholdOf(question, null, 0.04)).toBe(0.04);
  });
});

describe('tellsLine', () => {
  const withLine = countyReport({ review: '建强12399法律咨询热线。', plan: '修好青石小学。' });

  it.each([
    ['法律咨询热线是哪个号码', true],
    ['全县的法律咨询热线是多少', true],
    ['医保咨询热线是多少', false],
    ['法律咨询热线好用吗', false],
  ] as const)('%s: %s', (text, tells) => {
    const question = ask(text);
    expect(tellsLine(question, judge(withLine, '热线', question, 0.001))).toBe(tells);
  });
});
