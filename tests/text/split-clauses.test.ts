import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAt, splitClauses } from '../../src/text/split-clauses.ts';

function clauses(text: string): readonly string[] {
  return splitClauses(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitClauses', () => {
  it.each([
    ['修了路，种了树；盖了楼。', ['修了路', '种了树', '盖了楼']],
    [' 修路 ， 种树 ', ['修路', '种树']],
    ['共7,661人,其中老人3,000人', ['共7,661人', '其中老人3,000人']],
    ['共9人，其中，老人3人，孩子2人', ['共9人', '其中，老人3人', '孩子2人']],
    ['成绩是：修路', ['成绩是', '修路']],
    ['，，。', []],
    [' \n\t', []],
    ['', []],
  ])('cuts “%s”', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ['建成“路通，水通”工程，通过验收', ['建成“路通，水通”工程', '通过验收']],
    ['两项（一，二），都完成', ['两项（一，二）', '都完成']],
    ['"甲，乙"工程，完成', ['"甲，乙"工程', '完成']],
    ['（含"甲"，乙），完成', ['（含"甲"，乙）', '完成']],
  ])('keeps what is quoted or bracketed together: %s', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ['“没有收尾，还有一句', ['“没有收尾', '还有一句']],
    ['（没有收尾，还有一句', ['（没有收尾', '还有一句']],
    ['一个"落单，还有一句', ['一个"落单', '还有一句']],
    ['多出来的）》，还有一句', ['多出来的）》', '还有一句']],
  ])('is not led astray by a lone mark: %s', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });
});

describe('splitAt', () => {
  it('gives trimmed spans in order, none empty, that leave out nothing but the marks and white space', () => {
    const unit = fc.constantFrom(
      '甲',
      '3',
      ',',
      '，',
      '；',
      '“',
      '”',
      '"',
      '（',
      '）',
      ' ',
      '\n',
      '\0',
      '🙂',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        let rest = '';
        let from = 0;
        for (const { start, end } of splitAt(text, '，,；')) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          rest += text.slice(from, start);
          from = end;
        }
        expect(rest + text.slice(from)).toMatch(/^[，,；\s]*$/u);
      }),
      { numRuns: 300 },
    );
  });
});
