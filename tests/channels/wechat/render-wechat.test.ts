import { describe, expect, it } from 'vitest';
import { measureText } from '../../../src/channels/split-text.ts';
import { MORE_HINT } from '../../../src/channels/tencent/messages.ts';
import { renderWechat, SEGMENT_BYTES } from '../../../src/channels/wechat/render-wechat.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { longList } from '../../conversation/make-converse.ts';

const CITATION = {
  reportId: 'yun xi',
  headingPath: ['一、工作回顾'],
  quote: '新建公园3座',
  passage: 1,
  start: 4,
  end: 10,
};
const ANSWER: Reply = {
  kind: 'answer',
  answer: {
    kind: 'answer',
    statement: '3座。这是2017年的完成情况。',
    citations: [CITATION],
    confidence: 0.9,
  },
  suggestions: ['修了几条路'],
  receipt: 12,
};

describe('an answer in WeChat', () => {
  it('is plain text with a link to the quote', () => {
    expect(renderWechat(ANSWER, 'https://wen.example')).toMatchInlineSnapshot(`
      [
        "3座。这是2017年的完成情况。
      【原文】“新建公园3座”
      —— 一、工作回顾
      还可以问（回复数字）：
      1. 修了几条路
      回执 12
      <a href="https://wen.example/report/yun%20xi?s=4-10#s=4-10">在报告里看这句话</a>
      回复“原文”看整段；回复“有用”或“没用”可以评价",
      ]
    `);
  });

  it('has no link where there is no page', () => {
    expect(renderWechat(ANSWER, null).join('\n')).not.toMatch(/[<>]/);
  });

  it('that is long fits into segments with the hint behind each', () => {
    const long: Reply = { ...ANSWER, answer: { ...ANSWER.answer, statement: longList() } };
    const segments = renderWechat(long, 'https://wen.example');
    expect(segments.length).toBeGreaterThan(2);
    for (const segment of segments)
      expect(measureText(segment + MORE_HINT, 'utf-8-bytes')).toBeLessThanOrEqual(SEGMENT_BYTES);
    expect(segments.at(-1)).toContain('</a>');
  });

  it.each(['<a href="x">y</a>', '<IMG src=x>', '<!-- -->', '<?xml?>'])('lets no %s through', (statement) => {
    const text = renderWechat({ ...ANSWER, answer: { kind: 'smalltalk', reason: 'help', statement } }, null);
    expect(text.join('')).not.toMatch(/<[a-z!?/]/i);
  });

  it('leaves a comparison as it is written', () => {
    expect(renderWechat({ kind: 'notice', notice: 'off', text: '3 < 5' }, null)).toEqual(['3 < 5']);
  });

  it('is nothing where nothing is to be said', () => {
    expect(renderWechat({ kind: 'silence' }, 'https://wen.example')).toEqual([]);
  });
});
