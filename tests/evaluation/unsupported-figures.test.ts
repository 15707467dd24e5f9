import { describe, expect, it } from 'vitest';
import { unsupportedFigures } from '../../src/evaluation/unsupported-figures.ts';

const FACTS = { title: '', issuer: '', speaker: '', date: '', yearReviewed: 2023, yearPlanned: 2024 };

function unsupported(text: string, ...quotes: string[]): readonly string[] {
  const citations = quotes.map((quote) => ({ quote, headingPath: [] }));
  return unsupportedFigures({ text, citations, facts: FACTS, asked: [] });
}

describe('unsupportedFigures', () => {
  it('counts the members of each of two lists of a reply', () => {
    const lists = '报告列出了2项：\n1. 农业强\n2. 农村美\n报告列出了3项：\n1. 甲\n2. 乙\n3. 丙';
    expect(unsupported(lists, '农业强、农村美', '甲、乙、丙')).toEqual([]);
    expect(unsupported(lists.replace('3项', '4项'), '农业强、农村美', '甲、乙、丙')).toEqual(['4项']);
  });

  it('names a figure that stands in no quote', () => {
    expect(unsupported('完成3.2亿元', '完成3.2亿元')).toEqual([]);
    expect(unsupported('完成3.3亿元', '完成3.2亿元')).toHaveLength(1);
  });
});
