import { describe, expect, it } from 'vitest';
import { renderPlain } from '../../src/channels/render-plain.ts';
import type { Citation } from '../../src/domain/answer.ts';

describe('renderPlain', () => {
  it('says the answer, then the quote and where it stands', () => {
    const citations = [cite('新建公厕36座', ['一、去年工作', '（二）人居环境'])] as const;
    const answer = { kind: 'answer', statement: '36座。', citations, confidence: 0.9 } as const;
    expect(renderPlain(answer)).toMatchInlineSnapshot(`
      "36座。
      【原文】“新建公厕36座”
      —— 一、去年工作 ›（二）人居环境"
    `);
  });

  it('joins the lines that the file of the report breaks', () => {
    const citations = [cite('新建公厕\n36座', ['一、去年工作'])] as const;
    const answer = { kind: 'answer', statement: '36座。', citations, confidence: 0.9 } as const;
    expect(renderPlain(answer)).toContain('“新建公厕36座”');
  });

  it('numbers the quotes where there are several', () => {
    const citations = [
      cite('新建公厕36座', ['一、去年工作']),
      cite('今年再建12座', ['二、今年工作', '补齐短板']),
    ] as const;
    const answer = {
      kind: 'partial',
      statement: '去年36座，今年12座。',
      citations,
      confidence: 0.9,
    } as const;
    expect(renderPlain(answer)).toMatchInlineSnapshot(`
      "去年36座，今年12座。
      【原文1】“新建公厕36座”
      —— 一、去年工作
      【原文2】“今年再建12座”
      —— 二、今年工作 › 补齐短板"
    `);
  });

  it('marks what is near a refusal as no answer', () => {
    const related = [cite('新建公厕36座', ['一、去年工作'])];
    const refusal = {
      kind: 'refusal',
      reason: 'mentioned-but-not-this',
      statement: '没有说这一点。',
      related,
      confidence: 0.7,
    } as const;
    expect(renderPlain(refusal)).toMatchInlineSnapshot(`
      "没有说这一点。
      【相关，但不是答案】“新建公厕36座”
      —— 一、去年工作"
    `);
  });

  it.each([
    [['一、回顾'], '\n—— 一、回顾'],
    // A full-width bracket brings its own space.
    [['一、回顾', '（一）经济', '1.工业'], '\n—— 一、回顾 ›（一）经济 › 1.工业'],
    [['（一）经济', '工业'], '\n—— （一）经济 › 工业'],
    // Before the first heading.
    [[], ''],
  ])('shows the place %j as “%s”', (headingPath, place) => {
    const citations = [cite('2月18日', headingPath)] as const;
    const answer = { kind: 'answer', statement: '18日。', citations, confidence: 1 } as const;
    expect(renderPlain(answer)).toBe(`18日。\n【原文】“2月18日”${place}`);
  });

  it('says no more than the statement where nothing is quoted', () => {
    const statement = '您好！';
    expect(renderPlain({ kind: 'smalltalk', reason: 'greeting', statement })).toBe(statement);
    expect(renderPlain({ kind: 'failure', reason: 'model', statement })).toBe(statement);
    expect(renderPlain({ kind: 'refusal', reason: 'empty', statement, related: [], confidence: 1 })).toBe(
      statement,
    );
  });
});

function cite(quote: string, headingPath: readonly string[]): Citation {
  return { reportId: 'shiwan', headingPath, quote, passage: 0, start: 0, end: quote.length };
}
