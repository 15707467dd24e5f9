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
    ['出口和进口去年哪个增得快,快几个百分点', '去年出口增长百分之几', '进口去年增长百分之几'],
    ['小麦和玉米产量哪个涨得猛,差几个百分点', '小麦产量增长百分之几', '玉米产量增长百分之几'],
    ['冰箱和彩电哪个卖得好,差几个百分点', '冰箱增长百分之几', '彩电增长百分之几'],
    ['竹木加工业和食品加工业,产值哪个高,高多少', '竹木加工业产值是多少', '食品加工业产值是多少'],
    ['二氧化硫跟粉尘哪个降得更多?多降了几个百分点', '二氧化硫下降百分之几', '粉尘下降百分之几'],
  ])('%s: two questions whose figures are subtracted', (text, first, second) => {
    expect(split(text)).toMatchObject({ kind: 'difference', questions: [first, second] });
  });

  it('takes a sum for a sum', () => {
    expect(split('去年小学和中学加起来新建多少所')).toEqual({
      kind: 'sum',
      questions: ['去年小学是多少所', '去年中学是多少所'],
      joint: '去年小学和中学是多少所',
    });
  });

  it('takes two things of which both are asked for apart', () => {
    expect(split('今年粮食播种面积和油料总产量各是多少')).toEqual({
      kind: 'each',
      questions: ['今年粮食播种面积是多少', '今年油料总产量是多少'],
      joint: '今年粮食播种面积和油料总产量是多少',
    });
  });

  it.each([
    ['two years of one thing', '粮食产量今年的目标比去年多多少'],
    ['one year against the one before', '去年财政收入比前年多多少'],
    ['one year against the budget of another', '今年财政赤字比上年预算少了多少'],
    ['a growth', '去年区里税收的钱比前一年多了百分之多少'],
    ['a growth over the same time', '游客人数比去年同期多了多少'],
    ['a growth since before', '来旅游的人比以前多了多少'],
    ['one thing', '去年财政收入是多少'],
    ['two years of one rate', '财政收入去年涨的比今年定的高几个点'],
    ['two years, each asked for', '去年新增就业和今年的目标各是多少人'],
    ['a share', '高端产品占比以前多少,现在多少'],
    ['nothing', ''],
  ])('leaves %s', (_, text) => {
    expect(split(text)).toBeNull();
  });
});
