import { describe, expect, it } from 'vitest';
import { renderBody } from '../../../src/channels/render-reply.ts';
import { formatReply } from '../../../src/channels/telegram/format-reply.ts';
import type { Citation } from '../../../src/domain/answer.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { checkEntities } from './check-message.ts';

const citation: Citation = {
  reportId: 'yunxi',
  headingPath: ['一、工作回顾', '（一）城乡面貌'],
  quote: '新建口袋公园3座_*[<&>]',
  passage: 4,
  start: 10,
  end: 18,
};
const other: Citation = { ...citation, headingPath: [], quote: '改造小区2个👍' };

const REPLIES: Readonly<Record<string, Reply>> = {
  answer: answer([citation]),
  'answer with two quotes': answer([citation, other]),
  refusal: {
    kind: 'answer',
    answer: {
      kind: 'refusal',
      reason: 'mentioned-but-not-this',
      statement: '报告没有说这个。',
      related: [other],
      confidence: 0.8,
    },
    suggestions: [],
    receipt: null,
  },
  'small talk': {
    kind: 'answer',
    answer: { kind: 'smalltalk', reason: 'thanks', statement: '不客气。' },
    suggestions: ['今年的目标是多少'],
    receipt: null,
  },
  passages: {
    kind: 'passages',
    passages: [
      { ...citation, text: '👍新建公园3座，改造小区。', start: 2, end: 8 },
      { ...other, text: '整段都是', start: 0, end: 4 },
    ],
    receipt: 7,
  },
  notice: { kind: 'notice', notice: 'off', text: '暂停服务。' },
  silence: { kind: 'silence' },
};

describe('formatReply', () => {
  it.each(Object.entries(REPLIES))(
    '%s reads as its plain rendering, with entities in bounds',
    (_name, reply) => {
      const { text, entities } = formatReply(reply, 'zh');
      const receipt = reply.kind === 'answer' && reply.receipt !== null ? `\n回执 ${reply.receipt}` : '';
      expect(text).toBe(renderBody(reply) + receipt);
      expect(checkEntities(entities, text)).toHaveLength(entities.length);
    },
  );

  it('sets each quote in a block with where it stands, and nothing else', () => {
    const { text, entities } = formatReply(answer([citation, other]), 'zh');
    const blocks = entities.filter(({ type }) => type === 'blockquote');
    expect(blocks.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      '【原文1】“新建口袋公园3座_*[<&>]”\n—— 一、工作回顾 ›（一）城乡面貌',
      '【原文2】“改造小区2个👍”',
    ]);
  });

  it('marks the sentence in its passage', () => {
    const { text, entities } = formatReply(REPLIES.passages as Reply, 'zh');
    const bold = entities.filter(({ type }) => type === 'bold');
    expect(bold.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      '【新建公园3座】',
      '【整段都是】',
    ]);
  });

  it('names the receipt in the language of the person', () => {
    expect(formatReply(answer([citation]), 'en').text).toMatch(/\nReceipt 12$/u);
  });
});

function answer(citations: readonly [Citation, ...Citation[]]): Reply {
  return {
    kind: 'answer',
    answer: { kind: 'answer', statement: '3座<b>。', citations, confidence: 0.9 },
    suggestions: ['还有呢'],
    receipt: 12,
  };
}
