import { describe, expect, it } from 'vitest';
import { compose } from '../../src/answer/compose.ts';
import type { Picks } from '../../src/answer/decide.ts';
import { findLists, type ReportList } from '../../src/answer/find-list.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Report } from '../../src/domain/report.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

function picks(question: Question, parts: readonly string[], report: Report = REPORT): Picks {
  const [first, ...rest] = parts.map((part) => judge(report, part, question));
  if (first === undefined) throw new Error('an answer needs a sentence');
  return [first, ...rest];
}

function statement(text: string, ...parts: string[]): string {
  const question = ask(text);
  return compose(question, picks(question, parts), null).statement;
}

/** The counted list of the sentence that holds `part`. */
function listIn(part: string, question: Question): ReportList | null {
  return findLists(judge(REPORT, part, question).reading).find(({ count }) => count !== null) ?? null;
}

describe('compose', () => {
  it.each([
    ['去年地区生产总值是多少？', '86.4亿元', '86.4亿元（预计），同比增长6.2%。这是2023年的完成情况。'],
    ['今年城镇新增就业目标是多少？', '3500人', '3500人以上。这是2024年的目标。'],
    ['县体育馆的情况', '县体育馆', '2023年的完成情况，报告这样写：'],
    ['有没有口袋公园？', '口袋公园', '2023年的完成情况，报告提到了：'],
    ['今年对特产有什么打算？', '云溪米酒', '2024年的安排，报告这样写：'],
    ['县长是谁？', '县长 沈岚', '报告这样写：'],
  ])('%s', (question, part, expected) => {
    expect(statement(question, part)).toBe(expected);
  });

  it('tells no average as one of a single year', () => {
    const report = countyReport({ review: '工业增加值年均增长6.5%。' });
    const question = ask('工业增加值年均增长多少？');
    expect(compose(question, [judge(report, '年均', question)], null).statement).toBe('年均增长6.5%。');
  });

  it('tells the row of a table with what its columns are called, and quotes both', () => {
    const report = countyReport({
      plan: '主要指标\n指标 | 2023年完成 | 2024年目标\n养老床位数 | 36张 | 39张\n森林覆盖率 | 43.7% | 43.9%',
    });
    const question = ask('今年养老床位数目标是多少');
    const draft = compose(question, [judge(report, '36张', question)], null);
    expect(draft.statement).toBe('养老床位数：2023年完成36张，2024年目标39张。');
    expect(draft.quotes.map((quote) => textOf(report, quote))).toEqual([
      '养老床位数 | 36张 | 39张',
      '指标 | 2023年完成 | 2024年目标',
    ]);
    const premise = ask('去年森林覆盖率是43.9%吧');
    expect(compose(premise, [judge(report, '43.9%', premise)], null).statement).toBe('报告这样写：');
  });

  it('quotes what is cut off at another time with what it is said of', () => {
    const report = countyReport({ plan: '新修梯田7万亩，力争2029年基本实现梯田化。' });
    const quotes = (text: string, part: string) => {
      const question = ask(text);
      return compose(question, [judge(report, part, question)], null).quotes.map((one) =>
        textOf(report, one),
      );
    };
    expect(quotes('哪年能实现梯田化', '2029年')).toEqual(['新修梯田7万亩，力争2029年基本实现梯田化']);
    expect(quotes('今年修多少梯田', '7万亩')).toEqual(['新修梯田7万亩']);
  });

  it('numbers what the report numbers itself once', () => {
    const report = countyReport({ plan: '办好三件实事：①修路9公里；②建桥2座；③植树400亩。' });
    const question = ask('今年办哪三件实事');
    const best = judge(report, '三件实事', question);
    const list = findLists(best.reading).find(({ count }) => count !== null) ?? null;
    expect(compose(question, [best], list).statement).toBe(
      '报告列出了3项：\n1. 修路9公里\n2. 建桥2座\n3. 植树400亩',
    );
  });

  it('tells a figure without the number that its sentence has in the report', () => {
    const report = countyReport({ plan: '办好实事。\n1.新建幼儿园30所，新增学位7200个。\n2.修路9公里。' });
    const question = ask('新增多少学位');
    const told = compose(question, [judge(report, '学位', question)], null).statement;
    expect(told).toBe('新建幼儿园30所，新增学位7200个。这是2024年的目标。');
  });

  it('labels the figures of two years', () => {
    expect(statement('城镇新增就业多少人？', '3600人', '3500人')).toBe(
      '2023年：城镇新增就业3600人，城镇登记失业率控制在4%以内；2024年目标：3500人以上。',
    );
  });

  it.each([
    ['金融业贡献率是多少？', '服务业贡献率超过40%，其中金融业贡献率近10%', '近10%'],
    ['服务业贡献率是多少？', '服务业贡献率超过40%，其中金融业贡献率近10%', '超过40%，其中金融业贡献率近10%'],
    ['竹海基金规模多少？', '各类基金总规模超30亿元，其中竹海基金规模突破5亿元', '突破5亿元'],
    ['汽车总产量里新能源占多少？', '汽车总产量达16万辆，其中新能源汽车产量超11万辆', '超11万辆'],
    ['留抵退税多少？', '预计退税减税2.5亿元，其中留抵退税约1.5亿元，全部到位', '约1.5亿元（预计）'],
    ['外出农民工多少人？', '农民工总量3万人，其中，外出农民工1.6万人，增长3%', '1.6万人，增长3%'],
    ['出口增长多少？', '外贸进出口增长5.6%，其中出口增长10.8%', '增长10.8%'],
    ['教育投入多少？', '教育经费3亿元，其中义务教育投入2亿元', '3亿元，其中义务教育投入2亿元'],
  ])('%s gets the figure of the part or the whole that it asks for', (text, sentence, expected) => {
    const question = ask(text);
    const report = countyReport({ review: `${sentence}。` });
    expect(compose(question, picks(question, ['其中'], report), null).statement).toBe(
      `${expected}。这是2023年的完成情况。`,
    );
  });

  it('puts a difference before the two figures', () => {
    expect(statement('今年地区生产总值增速比去年高多少？', '同比增长6.2%', '增长6.5%')).toBe(
      '高0.3个百分点（6.5% − 6.2%，由下面两处算出）。\n2023年：86.4亿元（预计），同比增长6.2%；2024年目标：增长6.5%。',
    );
  });

  it.each([
    ['confirms', '县体育馆建成了，对吧？', '县体育馆', /^是的。6月建成县体育馆/u],
    ['nears', '去年地区生产总值是86亿元，对吧？', '地区生产总值86.4', /^差不多。86\.4亿元/u],
    ['confirms what is doubted of', '去年新建口袋公园3座，是谣言吧', '口袋公园', /^报告就是这样写的。.*3座/u],
    [
      'contradicts with what doubts',
      '去年新建口袋公园8座，是谣言吧',
      '口袋公园',
      /^报告不是这样写的。.*3座/u,
    ],
    ['corrects', '去年新增就业5000人，对吧？', '3600人', /^不是。.*3600人.*这是2023年的完成情况。$/u],
    [
      'does not confirm a name',
      '县体育馆是在北京建成的，对吧？',
      '县体育馆',
      /^报告没有这样说。.*这样写：$/u,
    ],
  ])('%s a premise', (_, question, part, expected) => {
    expect(statement(question, part)).toMatch(expected);
  });

  it('corrects where one of two years contradicts', () => {
    expect(statement('去年和今年粮食总产量都是32万吨，对吧？', '粮食总产量31', '粮食总产量保持')).toMatch(
      /^不是。2023年：.*；2024年目标：/u,
    );
  });

  it.each([
    ['一是招商落地还不够快', '报告谈到问题时这样写：'],
    ['新建招商展馆', '2023年的完成情况，报告这样写：'],
  ])('calls “%s” what it is', (part, expected) => {
    const review =
      '新建招商展馆。\n在肯定成绩的同时，工作中还面临着不少困难和问题：一是招商落地还不够快；二是基层基础还不牢。';
    const question = ask('招商的情况');
    const report = countyReport({ review });
    expect(compose(question, picks(question, [part], report), null).statement).toBe(expected);
  });

  it('numbers the members of a list', () => {
    const question = ask('四大集群是哪四个？');
    const list = listIn('四大集群（', question);
    const draft = compose(question, picks(question, ['四大集群（']), list);
    expect(draft.statement).toBe('报告列出了4项：\n1. 绿色食品\n2. 竹木加工\n3. 精密铸造\n4. 康养旅游');
    expect(draft.quotes).toHaveLength(1);
  });

  it('says that a row names only some of so many, and numbers no list of one', () => {
    const question = ask('四大集群是哪四个？');
    const list = listIn('四大集群（', question);
    if (list === null) throw new Error('no list');
    const said = (own: Partial<ReportList>) =>
      compose(question, picks(question, ['四大集群（']), { ...list, ...own }).statement;
    expect(said({ count: 16 })).toMatch(/^报告列出了其中4项：/u);
    expect(said({ items: list.items.slice(0, 1) })).toBe('是绿色食品。');
  });

  it.each([
    ['the third', 3, '是精密铸造。'],
    ['the last', -1, '是康养旅游。'],
  ])('says %s member of a list alone, and shows the row it stands in', (_, ordinal, expected) => {
    const question = { ...ask('四大集群是哪四个？'), ordinal };
    const draft = compose(question, picks(question, ['四大集群（']), listIn('四大集群（', question));
    expect(draft.statement).toBe(expected);
    expect(draft.quotes.map(({ report, ...span }) => textOf(report, span))).toEqual([
      '围绕四大集群（绿色食品、竹木加工、精密铸造、康养旅游）补链强链',
    ]);
  });

  it('gives the whole list where it has no such member', () => {
    const question = { ...ask('四大集群是哪四个？'), ordinal: 9 };
    const draft = compose(question, picks(question, ['四大集群（']), listIn('四大集群（', question));
    expect(draft.statement).toMatch(/^报告列出了4项/u);
  });

  it('takes the line breaks of the file out of a member', () => {
    const question = { ...ask('三件实事是什么？'), ordinal: 1 };
    const report = countyReport({ plan: '一是新建村卫\n生室。' });
    const start = report.text.indexOf('新建');
    const item = { start, end: start + '新建村卫\n生室'.length };
    const list: ReportList = { report, items: [item], quotes: [item], count: 1, sure: true, focus: 1 };
    expect(compose(question, picks(question, ['卫'], report), list).statement).toBe('是新建村卫生室。');
  });

  it('joins the lines that the file breaks and ends with one full stop', () => {
    const question = ask('今年新建村卫生室和提升多少所？');
    const report = countyReport({
      plan: '按照《\n规划\n》新建村卫\n生室12所、提升24所，分三批实施并且由县财政和各乡镇共同承担所需要的费用和人员。',
    });
    expect(compose(question, picks(question, ['12所'], report), null).statement).toMatch(
      /^(?:按照《规划》)?新建村卫生室12所、提升24所[^。\n]*。这是2024年的目标。$/u,
    );
  });

  it('says in English what the quotes speak of', () => {
    const question: Question = { ...ask('地区生产总值多少？'), language: 'en' };
    expect(compose(question, picks(question, ['86.4亿元', '6.5%']), null).statement).toBe(
      'From the report (done in 2023; planned for 2024):',
    );
    expect(compose(question, picks(question, ['县长 沈岚']), null).statement).toBe('From the report:');
    const doubted: Question = { ...ask('去年地区生产总值是96.4亿元吗？'), language: 'en' };
    expect(compose(doubted, picks(doubted, ['86.4亿元']), null).statement).toBe(
      'From the report (done in 2023):',
    );
    const years = countyReport({ review: '过去五年，新建公路90公里。', plan: '未来五年，新建公路80公里。' });
    expect(compose(question, picks(question, ['90公里', '80公里'], years), null).statement).toBe(
      'From the report (done in the years up to 2023; planned for the years from 2024):',
    );
  });

  it('draws quotes that overlap into one', () => {
    const question = ask('去年对口袋公园和燃气管网做了什么？');
    const [one] = picks(question, ['口袋公园']);
    const at = (words: string) => {
      const start = REPORT.text.indexOf(words);
      return { ...one, quote: { start, end: start + words.length } };
    };
    const draft = compose(
      question,
      [
        at('新建口袋公园3座，铺设燃气管网26公里'),
        at('铺设燃气管网26公里，整治背街小巷41条'),
        at('公交车35辆'),
      ],
      null,
    );
    expect(draft.quotes.map((quote) => textOf(REPORT, quote))).toEqual([
      '新建口袋公园3座，铺设燃气管网26公里，整治背街小巷41条',
      '公交车35辆',
    ]);
  });

  it('quotes each report by its own text', () => {
    const other = { ...countyReport({ plan: '全县新建口袋公园7座。' }), id: 'other' };
    const question = ask('新建口袋公园多少座？');
    const draft = compose(
      question,
      [judge(REPORT, '口袋公园', question), judge(other, '7座', question)],
      null,
    );
    expect(draft.quotes.map((quote) => `${quote.report.id} ${textOf(quote.report, quote)}`)).toEqual([
      'yunxi 新建口袋公园3座',
      'other 全县新建口袋公园7座',
    ]);
  });
});
