import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/question/content-words.ts';
import { yearsCompared } from '../../src/question/years-compared.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { words } = createTokenizer();
const compared = (text: string) => yearsCompared(text, (part) => contentWords(part, words));

describe('yearsCompared', () => {
  it.each([
    ['粮食产量今年的任务跟去年实际完成的比,是多了还是少了', '粮食产量是多少'],
    ['今年种树的任务跟去年种的比,是多了还是少了', '种树是多少'],
    ['引进外资,今年的目标和去年实际比是多是少', '引进外资是多少'],
    ['消费品零售的增速,今年目标比去年高还是低', '消费品零售的增速是多少'],
    ['工业增加值今年的增长目标比去年的增速低吗?', '工业增加值增长百分之几'],
    ['今年财政收入目标是不是比去年低', '财政收入是多少'],
    ['跟去年的游客数比,今年的目标高了还是低了', '游客数是多少'],
    ['今年的游客数比去年多多少', '游客数是多少'],
    ['贷款增速,2023年完成的和2024年要求的,中间差几个百分点', '贷款增速是多少'],
    ['苹果去年新栽了多少,和今年要栽的比哪年多', '苹果新栽是多少'],
    ['今年比去年税收多了还是少了', '税收是多少'],
  ])('%s → %s', (text, thing) => {
    expect(compared(text)).toBe(thing);
  });

  it.each([
    ['one year', '今年的目标高不高'],
    ['a growth', '养老金今年比去年涨了多少'],
    ['two things', '今年小麦比去年的玉米产量高吗'],
    ['both years, not compared', '粮食产量去年是多少,今年目标是多少'],
    ['the reason', '今年要修的路为什么比去年少'],
    ['nothing named', '今年的目标比去年高吗'],
    ['what is no figure', '去年建得多还是今年建得多'],
  ])('leaves %s', (_, text) => {
    expect(compared(text)).toBeNull();
  });
});
