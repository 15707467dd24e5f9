import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords, namesTopic } from '../../src/question/content-words.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { words } = createTokenizer();

describe('contentWords', () => {
  it.each([
    ['去年粮食的总产量是多少', '粮食 总产量'],
    ['请问今年打算修几座水库', '修 水库'],
    ['GDP是多少', 'gdp'],
    ['粮食增产没错吧', '粮食 增产'],
    ['2031年的蔬菜呢', '蔬菜'],
    ['那今年呢', ''],
    ['哪些项目的安置房会交付使用', '项目 安置 房 交付使用'],
    ['那要全面开工的是哪几个', '全面 开工'],
    ['为了修路，列了哪五条措施', '修路 措施'],
    ['哪几处建了水库，几座在城里', '建 水库 城里'],
    ['几何中心和哪吒文化园', '几何 中心 哪吒 文化园'],
    ['医院今年有什么项目', '医院'],
    ['有什么项目', '项目'],
    ['', ''],
    ['🙂？！', ''],
  ])('keeps of “%s” what it is about', (text, expected) => {
    expect(
      contentWords(text, words)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(expected);
  });

  it('tells two places of one word apart', () => {
    const text = '水库和水库';
    expect(contentWords(text, words).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });

  it('points at its words in whatever text', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('水库', 'GDP', 'İ', 'ß', '去年', ' ', '\ud800'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join('').normalize('NFKC');
        let from = 0;
        for (const { word, start, end } of contentWords(text, words)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(start, end).toLowerCase()).toBe(word);
          from = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('namesTopic', () => {
  it.each(['水库', '粮食', '教师'])('%s can be what a question is about', (word) => {
    expect(namesTopic({ word })).toBe(true);
  });

  it.each(['增长', '增速', '钱', '目标'])('%s only asks more of it', (word) => {
    expect(namesTopic({ word })).toBe(false);
  });
});
