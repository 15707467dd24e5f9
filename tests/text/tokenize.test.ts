import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/text/tokenize.ts';

const tokenizer = createTokenizer();

describe('words', () => {
  it.each([
    ['新增城镇就业1.2万人，增长8.5％。', ['新增', '城镇', '就业', '1.2', '万人', '增长', '8.5%']],
    ['“ＧＤＰ”和5G基站', ['gdp', '和', '5g', '基站']],
    ['……（）！', []],
    ['', []],
  ])('of %s', (text, words) => {
    expect(tokenizer.words(text)).toEqual(words);
  });

  it('keeps extra words whole, also in full width', () => {
    expect(createTokenizer(['清零达标行动', 'ＡＢ计划']).words('开展清零达标行动和ab计划')).toEqual([
      '开展',
      '清零达标行动',
      '和',
      'ab计划',
    ]);
  });
});

describe('terms', () => {
  it('adds the character pairs that are no words of their own', () => {
    expect(tokenizer.terms('棚户区改造')).toEqual(['棚户区', '改造', '棚户', '户区', '区改']);
  });

  it('pairs no characters across punctuation, digits or Latin letters', () => {
    expect(tokenizer.terms('修路，5所')).toEqual(['修路', '5', '所']);
  });

  it('pairs rare characters outside the basic plane whole', () => {
    expect(tokenizer.terms('𠮷林')).toContain('𠮷林');
  });
});
