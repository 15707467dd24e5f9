import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/question/content-words.ts';
import { splitComparison } from '../../src/question/split-comparison.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { words } = createTokenizer();
const split = (text: string) => splitComparison(text, (part) => contentWords(part, words));

describe('splitComparison', () => {
  it.each([
    ['去年工业投资比农业投资多多少亿元', '去年工业投资是多少亿元', '去年农业投资是多少亿元'],
    ['道路里程跟管网里程差多少公里?', '道路里程是多少公里', '管网里程是多少公里'],
    ['2023年水库和湖泊哪个面积大,大出多少亩', '2023年水库是多少亩', '2023年湖泊是多少亩'],
    ['出口增速和进口增速哪个快', '出口增速增长百分之几', '进口增速增长百分之几'],
    ['二氧化硫跟粉尘哪个降得更多?多降了几个百分点', '二氧化硫下降百分之几', '粉尘下降百分之几'],
  ])('%s: two questions whose figures are subtracted', (text, first, second) => {
    expect(split(text)).toEqual({ kind: 'difference', questions: [first, second] });
  });

  it('takes a sum for a sum', () => {
    expect(split('去年小学和中学加起来新建多少所')).toEqual({
      kind: 'sum',
      questions: ['去年小学是多少所', '去年中学是多少所'],
    });
  });

  it.each([
    ['two years of one thing', '粮食产量今年的目标比去年多多少'],
    ['one year against the one before', '去年财政收入比前年多多少'],
    ['one thing', '去年财政收入是多少'],
    ['a row of things', '小学和中学各有多少所'],
    ['nothing', ''],
  ])('leaves %s', (_, text) => {
    expect(split(text)).toBeNull();
  });
});
