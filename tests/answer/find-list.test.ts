import { describe, expect, it } from 'vitest';
import { findLists, headingsAsList, type ReportList } from '../../src/answer/find-list.ts';
import type { Report } from '../../src/domain/report.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

/** The lists that the sentence with `part` holds, belongs to or announces; those most about the question first. */
function lists(report: Report, part: string, question: string): readonly ReportList[] {
  return [...findLists(judge(report, part, ask(question)).reading)].sort((a, b) => b.focus - a.focus);
}

function itemsOf(report: Report, list: ReportList | undefined): readonly string[] {
  return list?.items.map((item) => textOf(report, item)) ?? [];
}

describe('findLists', () => {
  it('reads a row that the text counts', () => {
    const [list] = lists(REPORT, '机场通航', '三大机遇是哪三个');
    expect(itemsOf(REPORT, list)).toEqual(['抓住了机场通航', '高铁建设', '开放试点']);
    expect(list).toMatchObject({ count: 3, sure: true });
  });

  it('takes 还有 for no part of the first member', () => {
    const report = countyReport({ review: '已覆盖24个村，还有松头、外坪2个村因运输不便没有铺开。' });
    const [list] = lists(report, '松头', '还有哪两个村没有铺开');
    expect(itemsOf(report, list)).toEqual(['松头', '外坪']);
  });

  it('reads members in brackets behind what they are', () => {
    const [list] = lists(REPORT, '绿色食品', '四大集群是哪四个');
    expect(itemsOf(REPORT, list)).toEqual(['绿色食品', '竹木加工', '精密铸造', '康养旅游']);
    expect(list).toMatchObject({ count: 4, sure: true });
    expect(list?.quotes.map((quote) => textOf(REPORT, quote))).toEqual([
      '围绕四大集群（绿色食品、竹木加工、精密铸造、康养旅游）补链强链',
    ]);
  });

  it('reads a row of quoted names', () => {
    const [list] = lists(REPORT, '云溪米酒', '特产有哪些');
    expect(itemsOf(REPORT, list)).toEqual(['“云溪米酒”', '“青石鱼干”', '“南坡白茶”']);
    expect(list).toMatchObject({ count: null, sure: true });
  });

  it.each(['三件实事', '一是', '二是', '三是'])('reads 一是 … 三是 across paragraphs from %s', (part) => {
    const found = lists(REPORT, part, '三件实事是哪三件');
    const list = found.find(({ count }) => count === 3);
    expect(itemsOf(REPORT, list)).toEqual([
      '一是新建村卫生室12所，配齐村医',
      '二是改造农村危房300户，完善水电配套',
      '三是开通夜间公交专线2条，方便群众出行',
    ]);
    expect(list?.quotes).toHaveLength(3);
  });

  it('reads the paragraphs behind dashes that are announced before numbered ones', () => {
    const report = countyReport({
      plan: '必须做到“三个更加注重”：\n——更加注重强化引领。增强意识。\n——更加注重因地制宜。鼓励支持。\n——更加注重求实效。盯紧目标。\n（一）发展工业。建设园区。\n（二）发展农业。种好地。\n（三）发展旅游。修好路。\n（四）发展教育。办好学。',
    });
    const list = lists(report, '三个更加注重', '三个更加注重是哪三个').find(
      ({ items }) => items.length === 3,
    );
    expect(itemsOf(report, list).join()).toContain('更加注重因地制宜');
  });

  it('takes 等等 for no member', () => {
    const report = countyReport({ plan: '一是缺钱；二是缺人；三是缺地；等等。' });
    expect(lists(report, '一是缺钱', '存在哪些问题').flatMap((list) => itemsOf(report, list))).not.toContain(
      '等等',
    );
  });

  it('takes what is said to be done for no announcement of what follows', () => {
    const report = countyReport({
      review:
        '全年增长8%，三件民生实事圆满完成。\n（一）发展工业。建设园区。\n（二）发展农业。种好地。\n（三）发展旅游。修好路。',
    });
    expect(
      lists(report, '三件民生', '三件民生实事是哪三件').filter(({ items }) => items.length === 3),
    ).toEqual([]);
  });

  it('reads the clauses that a heading with a colon announces', () => {
    const report = countyReport({
      plan: '今年全县经济社会发展主要预期目标是：粮食增产5%，收入增长6%，物价涨幅2%左右。\n\n（一）修路。今年修路。',
    });
    const found = lists(report, '主要预期目标', '今年主要预期目标有哪些');
    expect(found.map((list) => itemsOf(report, list))).toContainEqual([
      '粮食增产5%',
      '收入增长6%',
      '物价涨幅2%左右',
    ]);
  });

  it.each(['主要预期目标', '收入增长6%'])(
    'reads no account behind the full stop among them, from %s',
    (part) => {
      const report = countyReport({
        plan: '今年全县经济社会发展主要预期目标是：粮食增产5%，收入增长6%，物价涨幅2%左右。提出这些目标，考虑了需要，也考虑了可能。\n\n（一）修路。今年修路。',
      });
      const found = lists(report, part, '今年主要预期目标有哪些').map((list) => itemsOf(report, list));
      expect(found).toContainEqual(['粮食增产5%', '收入增长6%', '物价涨幅2%左右']);
    },
  );

  it('takes a number within a name for no announcement of the headings behind it', () => {
    const report = countyReport({
      plan: '搞好“三条防线”的衔接。\n（一）发展产业。扶持本地企业，招引外来项目。\n（二）建设乡村。修好每条村道，管好每条河流。\n（三）改善民生。办好每所学校，建好每家医院。',
    });
    expect(lists(report, '三条防线', '三条防线是哪三条')).toEqual([]);
  });

  it.each(['五大惠民工程', '就业', '交通'])(
    'reads as many sentences of one make as are counted before them, with others between, from %s',
    (part) => {
      const report = countyReport({
        plan: '今年实施五大惠民工程。筹措7亿元办好就业。加强培训。筹措8亿元办好社保。筹措9亿元办好健康。扩大采购。推行集采。筹措3亿元办好住房。筹措2亿元办好交通。',
      });
      const found = lists(report, part, '五大惠民工程是哪五个').map((list) => itemsOf(report, list));
      expect(found).toContainEqual([
        '筹措7亿元办好就业',
        '筹措8亿元办好社保',
        '筹措9亿元办好健康',
        '筹措3亿元办好住房',
        '筹措2亿元办好交通',
      ]);
    },
  );

  it('takes a list for less meant where the question has the words of one member alone', () => {
    const report = countyReport({
      plan: '抓好以下工作：\n一是实施汽车、钢铁、造船产业振兴规划。\n二是推进兼并重组。\n三是扶持中小企业。',
    });
    const [list] = lists(report, '一是', '哪些行业的产业振兴规划要实施');
    expect(itemsOf(report, list)[1]).toBe('钢铁');
  });

  it('takes a list for meant where the words of one member are an example, or stand before its number', () => {
    const report = countyReport({
      plan: '必须把握好以下原则：一是扩内需、保增长。\n二是调结构、上水平。\n三是抓改革、增活力。',
    });
    for (const question of ['要把握好哪几条原则', '像扩内需这样的原则有哪几条']) {
      const [list] = lists(report, '扩内需', question);
      expect(itemsOf(report, list)[1]).toBe('二是调结构、上水平');
    }
  });

  it('takes a number in the middle of a sentence for no announcement of the headings behind it', () => {
    const report = countyReport({
      review:
        '（一）交通改善。二级公路、二级航道全线通航，交通提速。\n（二）生态好转。新增绿地3亩。\n（三）文化繁荣。新建书店2家。',
    });
    const items = lists(report, '二级航道', '建成的航道有哪些').flatMap((list) => itemsOf(report, list));
    expect(items.join()).not.toContain('生态好转');
  });

  it('takes neither a number in a name nor the paragraph before last for an announcement', () => {
    const report = countyReport({
      plan: '完善县乡两级核算体系。推动工厂降碳。推动园区建设。\n感谢全县同胞。\n问题仍然不少。\n一是结构不优。\n二是增长粗放。',
    });
    const held = (part: string) => lists(report, part, '有哪些').flatMap((list) => itemsOf(report, list));
    expect(held('两级核算')).toEqual([]);
    const eager = countyReport({ plan: '调动县和乡两个积极性。必须坚持规律。必须坚持利益。' });
    expect(lists(eager, '积极性', '有哪些').flatMap((list) => itemsOf(eager, list))).toEqual([]);
    const pair = countyReport({ plan: '坚持两个原则。必须坚持规律。必须坚持利益。' });
    expect(lists(pair, '两个原则', '有哪些').flatMap((list) => itemsOf(pair, list))).toHaveLength(2);
    expect(held('感谢')).toEqual([]);
    expect(held('问题仍然不少')).toEqual(['一是结构不优', '二是增长粗放']);
  });

  it('does not take two lists of 一是 … 二是 for one', () => {
    const report = countyReport({
      plan: '抓好两件事：\n一是修路。\n二是架桥。\n再办两件事：\n一是植树。\n二是种草。',
    });
    for (const [part, expected] of [
      ['一是修路', ['一是修路', '二是架桥']],
      ['二是种草', ['一是植树', '二是种草']],
    ] as const)
      expect(lists(report, part, '两件事是哪些').map((list) => itemsOf(report, list))).toContainEqual(
        expected,
      );
  });

  it('reads neighbouring sentences of one make', () => {
    const [list] = lists(REPORT, '南坡茶场', '打造哪些基地');
    expect(itemsOf(REPORT, list)).toEqual([
      '依托青石水库，打造水产养殖和休闲垂钓一体的淡水渔业基地',
      '依托南坡茶场，打造采茶制茶品茶一条龙的茶旅融合基地',
      '依托老砖窑厂，打造文化创意基地',
    ]);
    expect(list?.quotes).toHaveLength(1);
  });

  it('reads the headings below a heading', () => {
    const [list] = lists(REPORT, '一、2023年工作回顾', '2023年工作回顾有哪些');
    expect(itemsOf(REPORT, list)).toEqual(['（一）经济运行平稳', '（二）城乡面貌改善', '（三）民生保障有力']);
  });

  it('counts of the headings below a heading the numbered ones alone', () => {
    const report = countyReport({
      plan: '主要预期目标\n收入增长5%。\n（一）发展产业\n扶持本地企业，招引外来项目。\n（二）建设乡村\n修好每条村道，管好每条河流。\n（三）改善民生\n办好每所学校，建好每家医院。',
    });
    const [list] = lists(report, '二、2024年', '2024年工作有哪些');
    expect(itemsOf(report, list)).toEqual(['（一）发展产业', '（二）建设乡村', '（三）改善民生']);
  });

  it('reads the numbered headings that a sentence announces by their number', () => {
    const report = countyReport({
      plan: '重点做好以下三个方面的工作：\n（一）发展产业。扶持本地企业，招引外来项目。\n（二）建设乡村。修好每条村道，管好每条河流。\n（三）改善民生。办好每所学校，建好每家医院。',
    });
    expect(
      lists(report, '以下三个方面', '今年重点做好哪三个方面').map((list) => itemsOf(report, list)),
    ).toEqual([['（一）发展产业', '（二）建设乡村', '（三）改善民生']]);
  });

  it.each(['主要预期目标', '地区生产总值增长6.5%', '控制在4.5%'])(
    'reads a ；-list with the words it leans on from %s',
    (part) => {
      const found = lists(REPORT, part, '今年的主要预期目标有哪些');
      expect(found.map((list) => itemsOf(REPORT, list))).toContainEqual([
        '地区生产总值增长6.5%',
        '一般公共预算收入增长4%',
        '城镇新增就业3500人以上',
        '粮食总产量保持在31万吨',
        '城镇登记失业率控制在4.5%以内',
      ]);
    },
  );

  it('reads clauses that begin alike', () => {
    const [list] = lists(REPORT, '用于教育', '用于哪些支出');
    expect(itemsOf(REPORT, list)).toEqual([
      '用于教育的支出增长7%',
      '用于医疗的支出增长6%',
      '用于养老的支出增长9%',
    ]);
  });

  it('is not sure of a pair', () => {
    const report = countyReport({ review: '新建幼儿园5所、小学2所。' });
    expect(lists(report, '幼儿园', '新建了哪些学校')).toMatchObject([{ sure: false, count: null }]);
  });

  it('finds none in a sentence without members', () => {
    expect(lists(REPORT, '携手前行', '携手前行有哪些')).toEqual([]);
  });

  it('tells how much a list is about the question', () => {
    const report = countyReport({ review: '种植水稻、玉米、油菜，养殖山羊、土鸡、鲤鱼。' });
    const [first] = lists(report, '水稻', '养殖哪些');
    expect(itemsOf(report, first)).toEqual(['养殖山羊', '土鸡', '鲤鱼']);
  });
});

describe('headingsAsList', () => {
  it('makes each heading a member that is quoted', () => {
    const headings = REPORT.headings.filter(({ level, parent }) => level === 2 && parent === 0);
    const list = headingsAsList(REPORT, headings);
    expect(list.count).toBe(3);
    expect(itemsOf(REPORT, list)).toEqual(list.quotes.map((quote) => textOf(REPORT, quote)));
  });
});
