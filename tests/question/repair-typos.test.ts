import { describe, expect, it } from 'vitest';
import { createTypoRepair } from '../../src/question/repair-typos.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { pieces } = createTokenizer();
const CORPUS = '财政收入4.3亿元，绿化覆盖率达到40%，小学生增加。';
const repair = createTypoRepair(['财政', '收入', '绿化', '覆盖率', '小学生', 'GDP'], CORPUS, pieces);

describe('createTypoRepair', () => {
  it.each([
    ['财证收入多少', '财政收入多少'],
    ['绿化覆盖律是多少', '绿化覆盖率是多少'],
  ])('puts right what sounds like a word of the corpus: %s', (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it('puts letters back that changed places', () => {
    expect(repair('人均gpd多少')).toBe('人均gdp多少');
    expect(repair('人均gdq多少')).toBeNull();
    expect(repair('人均GDP多少')).toBeNull();
  });

  it.each(['财政收入多少', '绿化覆盖率是多少', '绿化覆盖了多少', '今年修几座桥'])(
    'leaves alone what is written right: %s',
    (typed) => {
      expect(repair(typed)).toBeNull();
    },
  );
});
