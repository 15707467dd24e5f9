import { describe, expect, it } from 'vitest';
import type { YearFrame } from '../../src/domain/report.ts';
import { readerText } from '../../src/retrieval/reader-text.ts';

const facts = { yearReviewed: 2025, yearPlanned: 2026 };
const sentenceText = '粮食产量增长3%。';

function marker(frame: YearFrame): string {
  return readerText({ sentenceText, headingPath: [], frame, facts });
}

describe('readerText', () => {
  it('puts the years and the innermost heading before the sentence', () => {
    const frame: YearFrame = { role: 'review', from: 2025, to: 2025 };
    expect(readerText({ sentenceText, headingPath: ['一、工作回顾', '（二）农业'], frame, facts })).toBe(
      '去年2025年完成|农业|粮食产量增长3%。',
    );
  });

  it.each([
    [{ role: 'review', from: 2025, to: 2025 }, '去年2025年完成|'],
    [{ role: 'plan', from: 2026, to: 2026 }, '今年2026年计划|'],
    [{ role: 'none', from: 2024, to: 2024 }, '前年2024年|'],
    [{ role: 'plan', from: 2027, to: 2027 }, '明年2027年计划|'],
    [{ role: 'review', from: 2012, to: 2012 }, '2012年完成|'],
    [{ role: 'review', from: 2021, to: 2025 }, '过去五年2021-2025年完成|'],
    [{ role: 'plan', from: 2026, to: 2030 }, '今后五年2026-2030年计划|'],
    [{ role: 'review', from: 2016, to: 2020 }, '2016-2020年完成|'],
    [{ role: 'review', from: 2000, to: 2025 }, '2000-2025年完成|'],
    [{ role: 'plan', from: null, to: null }, '计划|'],
    [{ role: 'none', from: null, to: null }, ''],
  ] as const)('names the years %o', (frame, expected) => {
    expect(marker(frame)).toBe(expected + sentenceText);
  });

  it('names no relative year where the report does not say its own years', () => {
    const frame: YearFrame = { role: 'plan', from: 2026, to: 2026 };
    const unknown = { yearReviewed: null, yearPlanned: null };
    expect(readerText({ sentenceText, headingPath: [], frame, facts: unknown })).toBe(
      '2026年计划|粮食产量增长3%。',
    );
  });

  it('does not say a heading twice', () => {
    const frame: YearFrame = { role: 'none', from: null, to: null };
    const text = readerText({ sentenceText: '（二）农业', headingPath: ['（二）农业'], frame, facts });
    expect(text).toBe('（二）农业');
  });

  it('cuts a heading that is a sentence, and the whole to 150 characters', () => {
    const frame: YearFrame = { role: 'none', from: null, to: null };
    const heading = '坚持把解决好“三农”问题作为重中之重，全面推进乡村振兴';
    const text = readerText({ sentenceText: '修'.repeat(300), headingPath: [heading], frame, facts });
    expect(text).toBe(`坚持把解决好“三农”问题作为重中之重，全面推进乡|${'修'.repeat(125)}`);
  });
});
