import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measure, measureText, splitText } from '../../src/channels/split-text.ts';
import { findFigures } from '../../src/text/figures.ts';
import { longList } from '../conversation/make-converse.ts';

const MEASURES = ['utf-8-bytes', 'utf-16-units'] as const;

describe('splitText', () => {
  it('leaves a text that fits as it is, and makes nothing of nothing', () => {
    expect(splitText('增长8%。\n还可以问', 100, 'utf-16-units')).toEqual(['增长8%。\n还可以问']);
    expect(splitText(' \n', 100, 'utf-8-bytes')).toEqual([]);
  });

  it.each([
    ['lines first', '一二三四五。六七\n八九十甲乙', 10, ['一二三四五。六七', '八九十甲乙']],
    ['sentences where no line ends', '一二三四五。六七八九十', 8, ['一二三四五。', '六七八九十']],
    ['what closes a sentence with it', '（一二三四。）五六七八', 8, ['（一二三四。）', '五六七八']],
    ['clauses where no sentence ends', '一二三四，五六七八九十', 8, ['一二三四，', '五六七八九十']],
    ['nowhere inside a figure', '一共完成投资1234.5亿元整', 10, ['一共完成投资', '1234.5亿元整']],
    ['nowhere inside a name in quotes', '一二三四“五，六七八”九', 8, ['一二三四', '“五，六七八”九']],
    ['nowhere inside a quote', '一二三。\n【原文】“四。五，六”', 12, ['一二三。', '【原文】“四。五，六”']],
  ])('cuts %s', (_where, text, limit, segments) => {
    expect(splitText(text, limit, 'utf-16-units')).toEqual(segments);
  });

  it('cuts a quote that is too long by itself, and still no figure in it', () => {
    const text = '【原文】“增长8.5%，完成170.1亿元，建成12座，投资30.25亿元”';
    const segments = splitText(text, 14, 'utf-16-units');
    for (const { start, end } of findFigures(text)) {
      expect(segments.some((segment) => segment.includes(text.slice(start, end)))).toBe(true);
    }
  });

  it('cuts no family of emoji, and comes to an end where one is longer than the limit', () => {
    expect(splitText('好👨‍👩‍👧👨‍👩‍👧', 9, 'utf-16-units')).toEqual(['好👨‍👩‍👧', '👨‍👩‍👧']);
    expect(splitText('👨‍👩‍👧', 3, 'utf-8-bytes').length).toBeGreaterThan(1);
  });

  it('cuts a list of 3,000 characters between its items', () => {
    const items = new Set(longList().split('\n'));
    for (const segment of splitText(longList(), 2000, 'utf-8-bytes')) {
      expect(segment.split('\n').filter((line) => !items.has(line))).toEqual([]);
    }
  });

  const piece = fc.constantFrom(
    '预计全年实现地区生产总值170.1亿元，',
    '同比增长8%。',
    '\n',
    '\n【原文】“新建公园3座。改造12处”\n',
    '“十大工程”',
    '👨‍👩‍👧',
    '😀',
    '12.5万平方米',
    '（一）',
    'public opening-up. ',
    '没有标点的一长串文字一直写下去',
  );
  it.each(MEASURES)(
    'keeps every character and the limit, and cuts no figure, quote or label (%s)',
    (measure) => {
      fc.assert(
        fc.property(
          fc.array(piece, { maxLength: 60 }),
          fc.integer({ min: 90, max: 400 }),
          (pieces, limit) => {
            const text = pieces.join('');
            const segments = splitText(text, limit, measure);
            expect(withoutBlanks(segments.join(''))).toBe(withoutBlanks(text));
            for (const segment of segments) {
              expect(measureText(segment, measure)).toBeLessThanOrEqual(limit);
              expect(segment).not.toMatch(/\p{Cs}/u);
            }
            const cuts = cutsOf(text, segments);
            for (const [start, end] of wholes(text)) {
              expect(cuts.filter((cut) => cut > start && cut < end)).toEqual([]);
            }
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  it('takes any text and any limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 4, max: 60 }),
        fc.constantFrom<Measure>(...MEASURES),
        (text, limit, measure) => {
          const segments = splitText(text, limit, measure);
          expect(withoutBlanks(segments.join(''))).toBe(withoutBlanks(text));
          for (const segment of segments) {
            expect(measureText(segment, measure)).toBeLessThanOrEqual(limit);
          }
        },
      ),
    );
  });
});

function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Where in the text each segment after the first begins. */
function cutsOf(text: string, segments: readonly string[]): readonly number[] {
  let from = 0;
  return segments.map((segment) => {
    const at = text.indexOf(segment, from);
    from = at + segment.length;
    return at;
  });
}

function wholes(text: string): readonly (readonly [number, number])[] {
  const quotes = [...text.matchAll(/【[^】]*】“[^”]*”|“[^”]*”|👨‍👩‍👧/gu)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return [...quotes, ...findFigures(text).map(({ start, end }) => [start, end] as const)];
}
