import { describe, expect, it } from 'vitest';
import {
  askReason,
  replyRows,
  withoutLinks,
  withoutVerdict,
} from '../../../src/channels/telegram/keyboard.ts';
import type { Citation } from '../../../src/domain/answer.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { checkMarkup } from './check-message.ts';

const citation: Citation = {
  reportId: '云溪 2018',
  headingPath: [],
  quote: '新建公园3座',
  passage: 4,
  start: 10,
  end: 16,
};
const PUBLIC = 'https://bot.example';

function answer(count: number, receipt: number | null, suggestions: readonly string[] = []): Reply {
  const [first = citation, ...rest] = Array.from({ length: count }, (_, index) => ({
    ...citation,
    start: 10 + index,
  }));
  const grounded = { kind: 'answer', statement: '3座', citations: [first, ...rest], confidence: 1 } as const;
  return { kind: 'answer', answer: grounded, suggestions, receipt };
}

function texts(rows: ReturnType<typeof replyRows>): string[][] {
  return rows.map((row) => row.map(({ text }) => text));
}

describe('the keyboard below a reply', () => {
  it('leads to the passage, to the report, to more questions and to a verdict', () => {
    const rows = replyRows(answer(1, 12, ['新建了几所学校', '改造了几个小区']), 'zh', PUBLIC);
    expect(texts(rows)).toEqual([
      ['📖 原文', '🔗 在报告里看'],
      ['新建了几所学校'],
      ['改造了几个小区'],
      ['👍', '👎'],
    ]);
    expect(rows[0]?.[1]).toMatchObject({ url: `${PUBLIC}/report/%E4%BA%91%E6%BA%AA%202018?s=10-16#s=10-16` });
    expect(checkMarkup({ inline_keyboard: rows })).toBeDefined();
  });

  it('has a numbered link for each of the first quotes', () => {
    const rows = replyRows(answer(5, 12), 'en', PUBLIC);
    expect(texts(rows)[1]).toEqual(['🔗 Open the report 1', '🔗 Open the report 2', '🔗 Open the report 3']);
  });

  it('has no link without a public address, and no verdict without a receipt', () => {
    expect(texts(replyRows(answer(1, null), 'zh', null))).toEqual([['📖 原文']]);
  });

  it('is not there below notices and passages', () => {
    expect(replyRows({ kind: 'notice', notice: 'off', text: '停' }, 'zh', PUBLIC)).toEqual([]);
    const passage = { ...citation, text: '新建公园3座。', start: 0, end: 6 };
    expect(replyRows({ kind: 'passages', passages: [passage], receipt: 1 }, 'zh', PUBLIC)).toEqual([]);
  });

  it('has the reasons in place of the verdict, and nothing once one is given', () => {
    const rows = replyRows(answer(1, 12, ['还有呢']), 'zh', PUBLIC);
    const asking = askReason(rows, 12, 'zh');
    expect(texts(asking).flat()).toEqual([
      '📖 原文',
      '🔗 在报告里看',
      '还有呢',
      '数字或内容不对',
      '答非所问',
      '没有答全',
      '看不懂',
      '别的原因',
    ]);
    expect(checkMarkup({ inline_keyboard: asking })).toBeDefined();
    expect(texts(withoutVerdict(asking))).toEqual([['📖 原文', '🔗 在报告里看'], ['还有呢']]);
  });

  it('does without links where it must', () => {
    expect(texts(withoutLinks(replyRows(answer(2, null), 'zh', PUBLIC)))).toEqual([['📖 原文']]);
  });
});
